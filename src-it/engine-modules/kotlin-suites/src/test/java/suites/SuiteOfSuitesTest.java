package suites;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import suites.others.InnerSuite;

@Suite
@SelectClasses(InnerSuite.class)
class SuiteOfSuitesTest {}
