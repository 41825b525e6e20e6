package io.github.surefiremp.queue;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TabCells;
import io.github.surefiremp.model.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A unit as text: a line for itself, one for each lock, and one for each class followed by those of its pieces. */
public final class UnitText {
    private static final String LOCK = "lock";
    private static final String CLASS = "class";
    private static final String PIECE = "piece";

    private UnitText() {}

    /** What {@link #parse} reads. */
    public static String format(Unit unit) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                unit.name(),
                unit.group(),
                unit.strategy().name(),
                Boolean.toString(unit.freshJvm()),
                Integer.toString(unit.threads()));
        for (LockNeed lock : new TreeSet<>(unit.locks())) {
            line(text, LOCK, lock.key(), Boolean.toString(lock.write()));
        }
        for (ClassPart part : unit.parts()) {
            line(text, CLASS, part.className());
            part.pieces().forEach(piece -> line(text, PIECE, Integer.toString(piece.position()), piece.selector()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : "\t").append(TabCells.escape(cells[i]));
        }
        text.append('\n');
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Unit parse(String text) {
        List<List<String>> lines = text.lines().map(UnitText::cells).toList();
        if (lines.isEmpty() || lines.get(0).size() != 5) {
            throw new IllegalArgumentException("no unit: " + text);
        }
        List<String> head = lines.get(0);
        Set<LockNeed> locks = new HashSet<>();
        List<ClassPart> parts = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            switch (line.get(0)) {
                case LOCK -> locks.add(new LockNeed(line.get(1), Boolean.parseBoolean(line.get(2))));
                case CLASS -> parts.add(ClassPart.whole(line.get(1)));
                case PIECE -> {
                    ClassPart last = parts.remove(parts.size() - 1);
                    List<ClassPart.Selected> pieces = new ArrayList<>(last.pieces());
                    pieces.add(new ClassPart.Selected(Integer.parseInt(line.get(1)), line.get(2)));
                    parts.add(new ClassPart(last.className(), pieces));
                }
                default -> throw new IllegalArgumentException("unknown line of a unit: " + line);
            }
        }
        return new Unit(
                head.get(0),
                parts,
                head.get(1),
                Strategy.valueOf(head.get(2)),
                locks,
                Boolean.parseBoolean(head.get(3)),
                Integer.parseInt(head.get(4)));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(TabCells.unescape(cell));
        }
        return cells;
    }
}
