package io.github.surefiremp.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What one message tells a worker to run, as text: a line {@code class NAME} for each class, followed by a line
 * {@code piece SELECTOR} for each of its pieces, and none where the whole class runs.
 */
public final class Assignment {
    private static final String FIRST = "mp-unit";
    private static final String CLASS = "class ";
    private static final String PIECE = "piece ";

    private Assignment() {}

    /** The text of a unit; never blank. */
    public static String format(List<ClassPart> parts) {
        StringBuilder text = new StringBuilder(FIRST);
        for (ClassPart part : parts) {
            text.append('\n').append(CLASS).append(part.className());
            part.pieces().forEach(piece -> text.append('\n').append(PIECE).append(piece.selector()));
        }
        return text.toString();
    }

    /**
     * Reads what {@link #format} wrote; positions are counted from 0 in each part.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static List<ClassPart> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST)) {
            throw new IllegalArgumentException("not a unit: " + text);
        }
        List<ClassPart> parts = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(CLASS)) {
                parts.add(ClassPart.whole(line.substring(CLASS.length())));
            } else if (line.startsWith(PIECE) && !parts.isEmpty()) {
                ClassPart last = parts.remove(parts.size() - 1);
                List<ClassPart.Selected> pieces = new ArrayList<>(last.pieces());
                pieces.add(new ClassPart.Selected(pieces.size(), line.substring(PIECE.length())));
                parts.add(new ClassPart(last.className(), pieces));
            } else {
                throw new IllegalArgumentException("unknown line of a unit: " + line);
            }
        }
        return parts;
    }
}
