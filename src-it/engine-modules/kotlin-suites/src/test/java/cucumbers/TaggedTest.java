package cucumbers;

import static io.cucumber.junit.platform.engine.Constants.FILTER_TAGS_PROPERTY_NAME;
import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.Suite;

@Suite
@IncludeEngines("cucumber")
@SelectClasspathResource("tagged")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "cucumbers")
@ConfigurationParameter(key = FILTER_TAGS_PROPERTY_NAME, value = "not @slow")
class TaggedTest {}
