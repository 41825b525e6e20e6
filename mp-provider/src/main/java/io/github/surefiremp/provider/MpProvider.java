package io.github.surefiremp.provider;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.Preload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.surefire.api.provider.AbstractProvider;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;

/**
 * Surefire's entry into the controller. Surefire finds it as a service on its plugin's class path, where mp's Maven
 * extension puts it.
 */
public final class MpProvider extends AbstractProvider {
    /** They may name classes of the tests' dependencies, and a JDK from 21 on reads them when it exits. */
    private static final List<String> LOG_SETTINGS =
            List.of("java.util.logging.manager", "java.util.logging.config.class", "java.util.logging.config.file");

    private final ProviderParameters parameters;

    public MpProvider(ProviderParameters parameters) {
        this.parameters = parameters;
        // For this JVM alone: workers get the user's properties from Surefire's files.
        LOG_SETTINGS.forEach(System::clearProperty);
        Preload.begin(Preload.Classes.CONTROLLER, MpProvider.class.getClassLoader());
    }

    /** The controller takes no list of classes from Maven's JVM. */
    @Override
    public Iterable<Class<?>> getSuites() {
        return List.of();
    }

    @Override
    public RunResult invoke(Object forkTestSet) throws TestSetFailedException, ReporterException {
        String file = parameters.getProviderProperties().get(Handoff.PROPERTY);
        if (file == null) {
            throw new TestSetFailedException("mp-provider was started without mp-maven-plugin; declare the plugin with"
                    + " <extensions>true</extensions> and remove mp-provider from Surefire's <dependencies>");
        }
        try {
            Path path = Path.of(file);
            Handoff handoff = Handoff.read(path);
            // It has done its work, and it holds a secret.
            Files.deleteIfExists(path);
            List<String> problems = new MpRun(handoff, parameters).run();
            if (!problems.isEmpty()) {
                throw new TestSetFailedException(String.join("\n", problems));
            }
        } catch (IOException e) {
            throw new TestSetFailedException("mp cannot run the tests: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestSetFailedException("mp was interrupted", e);
        }
        return parameters.getReporterFactory().close();
    }
}
