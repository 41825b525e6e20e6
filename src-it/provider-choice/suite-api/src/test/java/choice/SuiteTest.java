package choice;

import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** There is no engine for it. */
@Suite
@SelectClasses(Member.class)
class SuiteTest {}
