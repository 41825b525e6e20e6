// Below Surefire 3.5 stock Surefire does not show the port that the JVM took.
def version = System.getProperty('it.surefire') ?: '3.5.6'
return !version.startsWith('3.2.')
