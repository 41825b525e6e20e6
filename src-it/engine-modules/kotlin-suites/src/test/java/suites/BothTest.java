package suites;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Its member is a test class to Surefire too, so it runs twice with stock as well. */
@Suite
@SelectClasses(TwiceTest.class)
class BothTest {}
