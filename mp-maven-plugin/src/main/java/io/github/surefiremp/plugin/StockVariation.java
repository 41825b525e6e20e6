package io.github.surefiremp.plugin;

import io.github.surefiremp.plugin.verify.Switches;
import java.util.Optional;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Runs stock Surefire in another way than the POM says, where mp:verify asks for it: with several forks or in another
 * order. Nobody can do that from the command line if the POM has a value.
 */
final class StockVariation {
    private StockVariation() {}

    static void apply(MojoExecutionEvent event) throws MojoExecutionException {
        Switches switches = Switches.of(event.getSession().getUserProperties());
        Optional<String> forks = switches.forkCount();
        Optional<String> order = switches.runOrder();
        if ((forks.isEmpty() && order.isEmpty())
                || !SurefireVersion.isSupported(event.getExecution().getVersion())) {
            return;
        }
        SurefireMojo mojo = SurefireMojo.of(event.getMojo());
        // Without a fork mp stays out, so there is nothing to explain.
        if (forks.isPresent() && !mojo.forkCount().trim().equals("0")) {
            mojo.useForks(forks.get(), switches.freshForks());
        }
        if (order.isPresent()) {
            mojo.useRunOrder(order.get());
        }
    }
}
