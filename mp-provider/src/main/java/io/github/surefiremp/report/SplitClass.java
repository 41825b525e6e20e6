package io.github.surefiremp.report;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ClassPart.Selected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A class that was split: what was planned of it, and what its parts told until now. */
final class SplitClass {
    final String name;
    final SetReport set = new SetReport();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<List<String>, Integer> firstPositions = new HashMap<>();
    private final List<PartReport> begun = new ArrayList<>();
    private final List<SplitClass> rounds = new ArrayList<>();
    private final Set<String> blames = new LinkedHashSet<>();
    private int planned;
    private int ended;

    SplitClass(String name) {
        this.name = name;
    }

    /** Tells of one more part; before any of them starts. */
    void plan(ClassPart part) {
        planned++;
        for (Selected piece : part.pieces()) {
            positions.put(piece.selector(), piece.position());
            List<String> path = nesting(piece.selector());
            for (int depth = 1; depth <= path.size(); depth++) {
                firstPositions.merge(List.copyOf(path.subList(0, depth)), piece.position(), Math::min);
            }
        }
    }

    /** The rounds in which failed tests of any part were repeated, each like a run of the class. */
    List<SplitClass> rounds() {
        return rounds;
    }

    SplitClass round(int index) {
        while (rounds.size() <= index) {
            SplitClass next = new SplitClass(name);
            next.positions.putAll(positions);
            next.firstPositions.putAll(firstPositions);
            rounds.add(next);
        }
        return rounds.get(index);
    }

    PartReport begin(ClassPart part, Keep keep) {
        PartReport report = new PartReport(this, part, keep);
        begun.add(report);
        return report;
    }

    void partEnded() {
        ended++;
    }

    boolean hasBegun() {
        return !begun.isEmpty();
    }

    boolean hasEnded() {
        return ended >= planned;
    }

    /** Says that the class itself has an error; one for all that is wrong with it. */
    void blame(String reason) {
        blames.add(reason);
    }

    void blameForMissingParts() {
        int missing = planned - ended;
        blame("not all tests of " + name + " ran: the run ended before " + missing + " of its " + planned
                + " parts did");
    }

    /** Why the class has an error, empty if it has none. */
    String blame() {
        return String.join(System.lineSeparator(), blames);
    }

    int position(String selector, int otherwise) {
        return positions.getOrDefault(selector, otherwise);
    }

    static boolean startsWith(List<String> path, List<String> start) {
        return path.size() >= start.size() && path.subList(0, start.size()).equals(start);
    }

    /** Where a nested class begins. */
    int firstPosition(List<String> path, int otherwise) {
        return firstPositions.getOrDefault(path, otherwise);
    }

    /**
     * The nested classes around a piece, from the outside in, as segments of its unique id. Surefire's names are not
     * enough: from 3.5.4 on, sets of nested classes have the name of the outermost.
     */
    List<String> nesting(String selector) {
        String own = ":" + name + "]/";
        int at = selector.indexOf(own);
        if (at < 0) {
            return List.of();
        }
        // A slash inside of a segment is encoded.
        List<String> segments = List.of(selector.substring(at + own.length()).split("/", -1));
        return segments.subList(0, segments.size() - 1);
    }

    /** What names a piece in the class around it. */
    static String lastSegment(String selector) {
        return selector.substring(selector.lastIndexOf('/') + 1);
    }

    /** The name of the method that a piece is; empty for a nested class. */
    static String method(String selector) {
        String last = lastSegment(selector);
        int start = last.indexOf(':') + 1;
        int end = last.indexOf('(', start);
        return end < 0 ? "" : last.substring(start, end);
    }

    /**
     * The first of the pieces that a name which Surefire gives to a result may mean; where one method's name is in
     * another's, it means the longer one.
     */
    static Optional<Selected> named(String told, Collection<Selected> pieces) {
        return pieces.stream()
                .filter(piece -> names(told, piece.selector()))
                .max(Comparator.comparingInt(piece -> method(piece.selector()).length()));
    }

    /** Whether a name that Surefire gives to a result has the name of the method that a piece is. */
    static boolean names(String told, String selector) {
        String method = method(selector);
        for (int at = told.indexOf(method); at >= 0 && !method.isEmpty(); at = told.indexOf(method, at + 1)) {
            int end = at + method.length();
            if ((at == 0 || !Character.isJavaIdentifierPart(told.charAt(at - 1)))
                    && (end == told.length() || !Character.isJavaIdentifierPart(told.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
