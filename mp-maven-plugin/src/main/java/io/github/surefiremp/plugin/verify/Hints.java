package io.github.surefiremp.plugin.verify;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import io.github.surefiremp.plugin.verify.Explained.Explanation;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what to do about a difference, where its text or its explanation tell. */
final class Hints {
    private static final Pattern PORT = Pattern.compile(
            "BindException|Address already in use|port \\d+ (is|was) already in use", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOST = Pattern.compile("worker \\d+ \\(pid \\d+\\)|did not run to its end");
    private static final Pattern MEMORY =
            Pattern.compile("OutOfMemoryError|unable to create (new )?native thread|Cannot allocate memory");
    private static final Pattern FILE = Pattern.compile("FileAlreadyExistsException|OverlappingFileLockException"
            + "|DirectoryNotEmptyException|NoSuchFileException|FileNotFoundException"
            + "|being used by another process|Database may be already in use|database is locked");
    private static final Pattern TIME = Pattern.compile("TimeoutException|timed out|ConditionTimeout");

    private Hints() {}

    static Optional<String> of(Explained explained) {
        Difference difference = explained.difference();
        if (explained.explanation() == Explanation.UNSTABLE) {
            return Optional.of("mp has no part in it; make the test stable");
        }
        String text = difference.mp() + "\n" + difference.text();
        if (difference.aspect() == Aspect.BUILD) {
            return difference.text().isEmpty()
                    ? Optional.empty()
                    : Optional.of("the log says: "
                            + difference.text().lines().findFirst().orElse(""));
        }
        if (difference.aspect() == Aspect.SUMMARY) {
            // It follows from the tests, which have hints of their own.
            return Optional.empty();
        }
        if (LOST.matcher(text).find()) {
            return Optional.of("a JVM with tests ended early; its exit code and the log say why");
        }
        if (PORT.matcher(text).find()) {
            return Optional.of("a fixed port that two JVMs want at once; take a free one, or put"
                    + " ${surefire.forkNumber} into it");
        }
        if (MEMORY.matcher(text).find()) {
            return Optional.of("the machine has not enough memory for so many JVMs; set -Xmx in the argLine, or a"
                    + " smaller mp.np");
        }
        if (FILE.matcher(text).find()) {
            return Optional.of("perhaps a file that several test classes share; use @TempDir, or one for each"
                    + " ${surefire.forkNumber}, or put the classes into one @MpGroup");
        }
        if (TIME.matcher(text).find()) {
            return Optional.of("perhaps too slow while other tests use the machine; allow more time, or"
                    + " mark the test @Isolated");
        }
        return switch (explained.explanation()) {
            case FORKS, FRESH ->
                Optional.of("perhaps it needs what another class left in the JVM; set it up in the class itself, or put"
                        + " both into one @MpGroup with the strategy SERIAL");
            case REVERSED ->
                Optional.of("perhaps another class leaves something in the JVM that this one trips over; clean it up"
                        + " there, or run the class in a fresh JVM: @MpGroup(freshJvm = true)");
            case ONLY_MP, NOT_LOOKED_FOR, UNSTABLE -> missing(difference);
        };
    }

    private static Optional<String> missing(Difference difference) {
        if (difference.aspect() == Aspect.PRESENCE && difference.mp().equals(Difference.NOT_THERE)) {
            return Optional.of("it is missing from mp's reports; look for its name in mp.log");
        }
        return Optional.empty();
    }
}
