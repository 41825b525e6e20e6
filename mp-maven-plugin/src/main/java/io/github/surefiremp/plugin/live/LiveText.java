package io.github.surefiremp.plugin.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts what runs tell of themselves into one line. */
final class LiveText {
    private static final String BETWEEN = " | ";
    private static final String CUT = "…";
    /** From here on characters may be two columns wide. */
    private static final int WIDE_FROM = 0x1100;

    /** Less of a test's name does not tell which it is. */
    private static final int FEWEST_LEFT = 24;

    private LiveText() {}

    /**
     * The line.
     *
     * @param runs what each run tells, with its name in front of it; what has ended tells nothing
     * @param columns no line is longer; what does not fit is cut or left out, the tests that run least long first
     */
    static String line(List<Map.Entry<String, List<String>>> runs, int columns) {
        List<Map.Entry<String, List<String>>> open =
                runs.stream().filter(run -> !run.getValue().isEmpty()).toList();
        List<String> texts = new ArrayList<>();
        for (Map.Entry<String, List<String>> run : open) {
            texts.add((open.size() > 1 ? run.getKey() + ": " : "")
                    + run.getValue().get(0));
        }
        open.forEach(
                run -> texts.addAll(run.getValue().subList(1, run.getValue().size())));
        StringBuilder line = new StringBuilder();
        for (String text : texts) {
            String next = line.length() == 0 ? "mp: " + clean(text) : BETWEEN + clean(text);
            int left = columns - width(line);
            if (width(next) > left) {
                return line.length() == 0 || left >= FEWEST_LEFT ? line + cut(next, left) : line.toString();
            }
            line.append(next);
        }
        return line.toString();
    }

    private static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Columns, or more. */
    private static int width(CharSequence text) {
        return text.codePoints().map(c -> c < WIDE_FROM ? 1 : 2).sum();
    }

    private static String cut(String text, int columns) {
        StringBuilder line = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if (width(line) + width(Character.toString(c)) + 1 > columns) {
                break;
            }
            line.appendCodePoint(c);
        }
        return line.append(CUT).toString();
    }
}
