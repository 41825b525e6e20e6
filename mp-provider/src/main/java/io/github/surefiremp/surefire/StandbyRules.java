package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.run.WorkerProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For which tests a JVM can wait, and what it costs. */
final class StandbyRules {
    /** Each JVM that is started with one of these writes a file or opens a port, used or not. */
    private static final Pattern CLAIMS = Pattern.compile(
            "\\S*(?:-agentlib:jdwp|-Xrunjdwp|-Xdebug|jmxremote\\.port|tcpserver|tcpclient|StartFlightRecording"
                    + "|-Xloggc|-Xlog:\\S*file=|LogFile=|ArchiveClassesAtExit)\\S*");

    private static final Pattern AGENT = Pattern.compile("-(?:javaagent|agentpath|agentlib):");

    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)([kmgt]?)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONG_HEAP =
            Pattern.compile("-XX:MaxHeapSize=(\\d+)([kmgt]?)", Pattern.CASE_INSENSITIVE);
    private static final long KIBI = 1024;
    /** What a JVM without -Xmx counts for. */
    private static final long ESTIMATE = 256 * KIBI * KIBI;

    private StandbyRules() {}

    /** Why none can start ahead of its use within a run, where all but the worker's number is known. */
    static Optional<String> obstacleWithin(Handoff handoff) {
        if (!WorkerProvider.runsUnits(handoff.providerClass())) {
            return Optional.of("the tests do not run on the JUnit Platform but with " + handoff.providerClass());
        }
        if (!handoff.debugLine().isEmpty()) {
            return Optional.of("the worker waits for a debugger");
        }
        if (Handoff.hasPlaceholder(handoff.argLine())
                || Handoff.hasPlaceholder(handoff.workingDirectory())
                || handoff.environment().values().stream().anyMatch(Handoff::hasPlaceholder)) {
            return Optional.of("arguments, environment or working directory have the worker's number");
        }
        if (handoff.np() == 1 && AGENT.matcher(handoff.argLine()).find()) {
            return Optional.of("an agent may count on being the only one with np=1");
        }
        return claimedByArguments(handoff.argLine())
                .map(argument -> "the argument " + argument + " claims a file or a port for each JVM");
    }

    /** The argument because of which one JVM more than there are workers would do harm. */
    static Optional<String> claimedByArguments(String argLine) {
        Matcher claim = CLAIMS.matcher(argLine);
        return claim.find() ? Optional.of(claim.group()) : Optional.empty();
    }

    /** A file of the class path that the next build may write again while a JVM has it open. */
    static Optional<String> builtHere(List<String> classPath, Path root) {
        return classPath.stream()
                .filter(element -> {
                    Path path = Path.of(element).toAbsolutePath().normalize();
                    return path.startsWith(root) && Files.isRegularFile(path);
                })
                .findFirst();
    }

    /** Whether a JVM counts on folders of the build that it found when it started. */
    static boolean needsBuildFolder(String argLine, Path directory, Path project, Path root) {
        boolean lasts = directory.equals(project) || directory.equals(root);
        return !lasts || AGENT.matcher(argLine).find();
    }

    /** How much memory such a JVM may need, in bytes: its largest heap, or an estimate. */
    static long memory(List<String> command) {
        long memory = ESTIMATE;
        for (String argument : command) {
            for (Pattern pattern : List.of(HEAP, LONG_HEAP)) {
                Matcher heap = pattern.matcher(argument);
                if (heap.matches()) {
                    memory = Long.parseLong(heap.group(1)) * unit(heap.group(2));
                }
            }
        }
        return memory;
    }

    private static long unit(String letter) {
        int power = "kmgt".indexOf(letter.toLowerCase(Locale.ROOT)) + 1;
        return letter.isEmpty() ? 1 : (long) Math.pow(KIBI, power);
    }
}
