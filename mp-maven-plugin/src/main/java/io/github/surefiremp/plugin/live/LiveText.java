package io.github.surefiremp.plugin.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what runs tell of themselves into one line. */
final class LiveText {
    private static final String BETWEEN = " | ";
    private static final String CUT = "…";
    /** Here, and from there on, characters are two columns wide, or may be. */
    private static final int FIRST_JAMO = 0x1100;

    private static final int LAST_JAMO = 0x115f;
    private static final int WIDE_FROM = 0x2e80;

    /** Less of a test's name does not tell which it is. */
    private static final int FEWEST_LEFT = 24;

    private static final Pattern TIMED = Pattern.compile("(.*?)( (?:\\d+ min )?\\d+ s)", Pattern.DOTALL);

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
        return text.codePoints()
                .map(c -> c >= WIDE_FROM || (c >= FIRST_JAMO && c <= LAST_JAMO) ? 2 : 1)
                .sum();
    }

    /** Of a test the name is cut and not the time. */
    private static String cut(String text, int columns) {
        Matcher timed = TIMED.matcher(text);
        String end = timed.matches() && columns >= FEWEST_LEFT ? CUT + timed.group(2) : CUT;
        StringBuilder line = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if (width(line) + width(Character.toString(c)) + width(end) > columns) {
                break;
            }
            line.appendCodePoint(c);
        }
        return line + end;
    }
}
