package io.github.surefiremp.surefire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An argument for a JVM whose tests run each part of their code a few times: it compiles quickly and not thoroughly. What
 * it saves is the time for which the thorough compiler would keep a core busy, for code that hardly runs any more.
 */
final class QuickCompiler {
    static final String ARGUMENT = "-XX:TieredStopAtLevel=1";

    /** What says something of compilers, or may do so in a place where mp does not look. */
    private static final Pattern USERS =
            Pattern.compile("(^|\\s)(-Xint|-Xcomp|-client|-server|@|-XX:(?i:\\S*(Tiered|Tier\\d|Compil|JVMCI"
                    + "|CodeCache|Inlin|Flags=|VMOptionsFile=)))");

    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private QuickCompiler() {}

    /**
     * Whether the argument means what mp expects, and contradicts nothing that the user said.
     *
     * @param java the path of a JDK's java; what is elsewhere may be a script, or another JVM
     * @param argLine the user's arguments
     * @param environment of the JVM, which reads arguments from it, too
     */
    static boolean fits(String java, String argLine, Map<String, String> environment) {
        Path bin = Path.of(java).toAbsolutePath().normalize().getParent();
        Path home = bin == null ? null : bin.getParent();
        return home != null
                && isHotSpot(home)
                && !USERS.matcher(argLine).find()
                && VARIABLES.stream()
                        .noneMatch(name -> USERS.matcher(environment.getOrDefault(name, ""))
                                .find());
    }

    private static boolean isHotSpot(Path home) {
        // OpenJ9 has the first one as well.
        return anyExists(home, List.of("lib/server", "bin/server"))
                && !anyExists(home, List.of("lib/default", "lib/compressedrefs", "bin/default", "bin/compressedrefs"));
    }

    private static boolean anyExists(Path home, Collection<String> folders) {
        return folders.stream().anyMatch(folder -> Files.isDirectory(home.resolve(folder)));
    }
}
