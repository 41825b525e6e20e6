// Below Surefire 3.5 its JUnit Platform provider knows no skipAfterFailureCount.
def version = System.getProperty('it.surefire') ?: '3.5.6'
return !version.startsWith('3.2.')
