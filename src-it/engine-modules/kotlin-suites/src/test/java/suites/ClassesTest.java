package suites;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.api.SuiteDisplayName;
import suites.members.Alpha;

@Suite
@SuiteDisplayName("some classes")
@SelectClasses(Alpha.class)
class ClassesTest {}
