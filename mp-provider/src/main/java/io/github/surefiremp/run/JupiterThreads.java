package io.github.surefiremp.run;

import java.util.Locale;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.DefaultParallelExecutionConfigurationStrategy;

/** Jupiter's own parallel execution, as the user configured it. */
final class JupiterThreads {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";
    /** The parameter that turns it on. */
    static final String ENABLED = PARALLEL + "enabled";

    private JupiterThreads() {}

    static boolean areEnabled(ConfigurationParameters parameters) {
        return parameters.getBoolean(ENABLED).orElse(false);
    }

    /** On how many threads a JVM runs tests; 1 without parallel execution, or where Jupiter will reject the setting. */
    static int count(ConfigurationParameters parameters) {
        if (!areEnabled(parameters)) {
            return 1;
        }
        ConfigurationParameters config = new PrefixedConfigurationParameters(parameters, PARALLEL + "config.");
        String strategy = config.get(DefaultParallelExecutionConfigurationStrategy.CONFIG_STRATEGY_PROPERTY_NAME)
                .orElse("dynamic");
        try {
            return Math.max(
                    1,
                    DefaultParallelExecutionConfigurationStrategy.valueOf(strategy.toUpperCase(Locale.ROOT))
                            .createConfiguration(config)
                            .getParallelism());
        } catch (RuntimeException e) {
            return 1;
        }
    }
}
