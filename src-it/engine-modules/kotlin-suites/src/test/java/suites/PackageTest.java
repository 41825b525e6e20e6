package suites;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

@Suite
@SelectPackages("suites.members")
@IncludeClassNamePatterns(".*Beta")
class PackageTest {}
