// Java cannot name the folder where the locale has no umlauts.
return System.getProperty('sun.jnu.encoding', 'UTF-8').equalsIgnoreCase('UTF-8')
