package io.github.surefiremp.plugin;

import io.github.surefiremp.model.Handoff;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** What the user wants to see of single tests. */
final class ConsoleOptions {
    private static final String DOTS = "dots";
    private static final String NO_LINES = "io.github.surefiremp.surefire.NoClassLines";
    private static final List<String> OUTPUTS = List.of("lines", "verbose", DOTS);

    private ConsoleOptions() {}

    /** Looks at what the user wrote, before anything is built. */
    static void check(Settings settings) throws SettingException {
        settings.word(Setting.OUTPUT, OUTPUTS);
        settings.flag(Setting.INSTAFAIL);
    }

    /** What the controller is told. */
    static Handoff.Console of(Settings settings) throws SettingException {
        return new Handoff.Console(settings.word(Setting.OUTPUT, OUTPUTS), settings.flag(Setting.INSTAFAIL));
    }

    /**
     * Makes room: dots take the place of Surefire's lines.
     *
     * @param realm of Surefire's plugin
     */
    static void apply(Handoff.Console console, SurefireMojo mojo, ClassLoader realm) throws MojoExecutionException {
        if (console.output().equals(DOTS)) {
            mojo.printNoClassLines(
                    () -> realm.loadClass(NO_LINES).getConstructor().newInstance());
        }
    }
}
