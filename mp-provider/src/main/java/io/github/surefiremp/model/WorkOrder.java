package io.github.surefiremp.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What one message tells a worker to do. As text it is a word, then a line {@code class NAME} for each class, followed
 * by a line {@code piece SELECTOR} for each of its pieces and none where all of the class is meant.
 */
public sealed interface WorkOrder {
    /** Run these classes or parts of classes. */
    record Run(List<ClassPart> parts) implements WorkOrder {
        public Run {
            parts = List.copyOf(parts);
        }

        @Override
        public String format() {
            StringBuilder text = new StringBuilder(RUN);
            for (ClassPart part : parts) {
                text.append(CLASS).append(part.className());
                part.pieces().forEach(piece -> text.append(PIECE).append(piece.selector()));
            }
            return text.toString();
        }
    }

    /** Tell what tests these classes have. */
    record Discover(List<String> classes) implements WorkOrder {
        public Discover {
            classes = List.copyOf(classes);
        }

        @Override
        public String format() {
            StringBuilder text = new StringBuilder(DISCOVER);
            classes.forEach(name -> text.append(CLASS).append(name));
            return text.toString();
        }
    }

    /** The first line of the text of {@link Run}. */
    String RUN = "mp-run";
    /** The first line of the text of {@link Discover}. */
    String DISCOVER = "mp-discover";
    /** Before the name of a class. */
    String CLASS = "\nclass ";
    /** Before the selector of a piece. */
    String PIECE = "\npiece ";

    /** The text; never blank. */
    String format();

    /**
     * Reads what {@link #format} wrote; positions of pieces are counted from 0 in each part.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static WorkOrder parse(String text) {
        List<String> lines = text.lines().toList();
        List<ClassPart> parts = new ArrayList<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            if (line.startsWith(CLASS.strip() + " ")) {
                parts.add(ClassPart.whole(line.substring(CLASS.length() - 1)));
            } else if (line.startsWith(PIECE.strip() + " ") && !parts.isEmpty()) {
                ClassPart last = parts.remove(parts.size() - 1);
                List<ClassPart.Selected> pieces = new ArrayList<>(last.pieces());
                pieces.add(new ClassPart.Selected(pieces.size(), line.substring(PIECE.length() - 1)));
                parts.add(new ClassPart(last.className(), pieces));
            } else {
                throw new IllegalArgumentException("unknown line of a work order: " + line);
            }
        }
        return switch (lines.isEmpty() ? "" : lines.get(0)) {
            case RUN -> new Run(parts);
            case DISCOVER ->
                new Discover(parts.stream().map(ClassPart::className).toList());
            default -> throw new IllegalArgumentException("no work order: " + text);
        };
    }
}
