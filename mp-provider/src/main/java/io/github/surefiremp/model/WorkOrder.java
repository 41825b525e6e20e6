package io.github.surefiremp.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one message tells a worker to do. As text it is a word, then a line {@code class NAME} for each class, followed
 * by a line {@code piece SELECTOR} for each of its pieces and none where all of the class is meant;
 * then there may be lines {@code begun SELECTOR} for what of it does not run.
 */
public sealed interface WorkOrder {
    /**
     * Run these classes or parts of classes.
     *
     * @param inOrder one test after another, even where the user asked the engine for several at the same time
     */
    record Run(List<ClassPart> parts, boolean inOrder) implements WorkOrder {
        public Run {
            parts = List.copyOf(parts);
        }

        @Override
        public String format() {
            StringBuilder text = new StringBuilder(inOrder ? RUN_IN_ORDER : RUN);
            for (ClassPart part : parts) {
                text.append(CLASS).append(part.className());
                part.pieces().forEach(piece -> text.append(PIECE).append(piece.selector()));
                part.begun().stream()
                        .sorted()
                        .forEach(selector -> text.append(BEGUN).append(selector));
            }
            return text.toString();
        }
    }

    /**
     * Tell what tests these classes have.
     *
     * @param np how many workers there are: a class with no more than its share of the tests, which is not long either,
     *     will not be split and need not be told in detail; 0 if all are
     * @param longOnes those of the classes that took more than a worker's share of the time
     */
    record Discover(List<String> classes, int np, Set<String> longOnes) implements WorkOrder {
        public Discover {
            classes = List.copyOf(classes);
            longOnes = Set.copyOf(longOnes);
        }

        @Override
        public String format() {
            StringBuilder text = new StringBuilder(DISCOVER).append(np);
            classes.forEach(name ->
                    text.append(longOnes.contains(name) ? LONG_CLASS : CLASS).append(name));
            return text.toString();
        }
    }

    /** The first line of the text of {@link Run}. */
    String RUN = "mp-run";
    /** The same, where the order counts. */
    String RUN_IN_ORDER = "mp-run in-order";
    /** The first line of the text of {@link Discover}, before the number of workers. */
    String DISCOVER = "mp-discover ";
    /** Before the name of a class. */
    String CLASS = "\nclass ";
    /** Before the name of a class that took long. */
    String LONG_CLASS = "\nlong ";
    /** Before the selector of a piece. */
    String PIECE = "\npiece ";
    /** Before the selector of what had begun in a worker that was lost. */
    String BEGUN = "\nbegun ";

    /** The text; never blank. */
    String format();

    /**
     * Reads what {@link #format} wrote; positions of pieces are counted from 0 in each part.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static WorkOrder parse(String text) {
        List<String> lines = text.lines().toList();
        String first = lines.isEmpty() ? "" : lines.get(0);
        List<String> rest = lines.subList(Math.min(1, lines.size()), lines.size());
        if (first.equals(RUN) || first.equals(RUN_IN_ORDER)) {
            return parseRun(rest, first.equals(RUN_IN_ORDER));
        }
        if (first.startsWith(DISCOVER)) {
            return parseDiscover(Integer.parseInt(first.substring(DISCOVER.length())), rest);
        }
        throw new IllegalArgumentException("no work order: " + text);
    }

    private static Run parseRun(List<String> lines, boolean inOrder) {
        List<ClassPart> parts = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(CLASS.substring(1))) {
                parts.add(ClassPart.whole(line.substring(CLASS.length() - 1)));
            } else if (line.startsWith(PIECE.substring(1)) && !parts.isEmpty()) {
                ClassPart last = parts.remove(parts.size() - 1);
                List<ClassPart.Selected> pieces = new ArrayList<>(last.pieces());
                pieces.add(new ClassPart.Selected(pieces.size(), line.substring(PIECE.length() - 1)));
                parts.add(new ClassPart(last.className(), pieces));
            } else if (line.startsWith(BEGUN.substring(1)) && !parts.isEmpty()) {
                parts.add(parts.remove(parts.size() - 1).without(Set.of(line.substring(BEGUN.length() - 1))));
            } else {
                throw new IllegalArgumentException("unknown line of a work order: " + line);
            }
        }
        return new Run(parts, inOrder);
    }

    private static Discover parseDiscover(int np, List<String> lines) {
        List<String> classes = new ArrayList<>();
        Set<String> longOnes = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith(CLASS.substring(1))) {
                classes.add(line.substring(CLASS.length() - 1));
            } else if (line.startsWith(LONG_CLASS.substring(1))) {
                classes.add(line.substring(LONG_CLASS.length() - 1));
                longOnes.add(line.substring(LONG_CLASS.length() - 1));
            } else {
                throw new IllegalArgumentException("unknown line of a work order: " + line);
            }
        }
        return new Discover(classes, np, longOnes);
    }
}
