package io.github.surefiremp.it;

import java.util.regex.Pattern;

/** Masks what differs between two runs of the same test: times, and the frames below the test's own. */
final class Traces {
    private static final Pattern TIME = Pattern.compile("(Time elapsed: )[0-9.,]+( (?:s|sec|ms)\\b)");
    private static final Pattern MACHINERY = Pattern.compile("(?m)^\\s*at (?:[\\w.\\-]+(?:@[\\w.\\-]+)?/)*"
            + "(?:java\\.|jdk\\.|sun\\.|org\\.junit\\.|junit\\.|org\\.testng\\."
            + "|org\\.apache\\.maven\\.surefire\\.|io\\.github\\.surefiremp\\.(?!it\\.)).*\\R?");
    private static final Pattern MORE = Pattern.compile("(?m)^\\s*\\.\\.\\. \\d+ (?:more|common frames omitted).*\\R?");

    private Traces() {}

    static String maskTimes(String text) {
        return TIME.matcher(text).replaceAll("$1*$2");
    }

    /** Leaves out the frames of the JDK, the engines, Surefire and mp: they tell how a test was started. */
    static String maskFrames(String text) {
        return MORE.matcher(MACHINERY.matcher(text).replaceAll(""))
                .replaceAll("")
                .strip();
    }
}
