package io.github.surefiremp.provider;

import java.util.List;
import org.apache.maven.surefire.api.provider.AbstractProvider;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;

/**
 * mp's name among Surefire's providers. Surefire finds it as a service on its plugin's class path, where mp's Maven
 * extension puts it, and so prepares a fork for it alone. What that fork would do, {@link ControllerNode} does in Maven's
 * JVM.
 */
public final class MpProvider extends AbstractProvider {
    /** @param parameters of Surefire, which calls it where mp's extension is not there */
    public MpProvider(ProviderParameters parameters) {}

    @Override
    public Iterable<Class<?>> getSuites() {
        return List.of();
    }

    @Override
    public RunResult invoke(Object forkTestSet) throws TestSetFailedException {
        throw new TestSetFailedException("mp-provider was started without mp-maven-plugin; declare the plugin with"
                + " <extensions>true</extensions> and remove mp-provider from Surefire's <dependencies>");
    }
}
