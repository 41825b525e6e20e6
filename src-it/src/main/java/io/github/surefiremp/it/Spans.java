package io.github.surefiremp.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When tests ran, told by themselves: each appends a line {@code start <test> <worker> <pid> <before>} to a file that
 * all JVMs share, and later a line {@code end <test> <worker> <pid> <before>}. Clocks do not matter, only the order of
 * the lines.
 *
 * @param all in the order in which they started
 */
public record Spans(List<Span> all) {

    /**
     * One test.
     *
     * @param test its class, a dot and its method; the class as in {@code Outer$Inner}, without the package
     * @param worker number of the worker, {@code none} without mp
     * @param before how many tests had started before in the same JVM
     * @param start number of its first line
     * @param end number of its last line
     */
    public record Span(String test, String worker, long pid, int before, int start, int end) {
        /** Name of its class. */
        public String type() {
            return test.substring(0, test.lastIndexOf('.'));
        }

        /** Whether there was a moment when both ran. */
        public boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }

        /** Short, because Groovy prints the operands of a failed assertion. */
        @Override
        public String toString() {
            return test + " (worker " + worker + ", pid " + pid + ", lines " + start + " to " + end + ")";
        }
    }

    /** Reads the file; each test must have ended. */
    public static Spans read(Path file) throws IOException {
        List<Span> all = new ArrayList<>();
        Map<List<String>, Integer> started = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            List<String> words = List.of(line.split(" "));
            List<String> who = words.subList(1, words.size());
            if (words.get(0).equals("start")) {
                started.put(who, number);
                continue;
            }
            Integer start = started.remove(who);
            if (start == null) {
                throw new IllegalStateException("ended without a start: " + line);
            }
            all.add(new Span(
                    who.get(0), who.get(1), Long.parseLong(who.get(2)), Integer.parseInt(who.get(3)), start, number));
        }
        if (!started.isEmpty()) {
            throw new IllegalStateException("never ended: " + started.keySet());
        }
        all.sort(Comparator.comparingInt(Span::start));
        return new Spans(List.copyOf(all));
    }

    /** The tests that have one of the names, or whose class has it; each name must fit at least one. */
    public List<Span> of(String... names) {
        for (String name : names) {
            if (all.stream().noneMatch(span -> isOf(Set.of(name), span))) {
                throw new IllegalArgumentException("nothing ran of " + name);
            }
        }
        Set<String> wanted = Set.of(names);
        return all.stream().filter(span -> isOf(wanted, span)).toList();
    }

    /** All others. */
    public List<Span> without(List<Span> some) {
        return all.stream().filter(span -> !some.contains(span)).toList();
    }

    /** The pairs of a test of these and another one of those that ran at the same time, in words. */
    public static List<String> overlaps(List<Span> these, List<Span> those) {
        List<String> pairs = new ArrayList<>();
        for (Span one : these) {
            for (Span other : those) {
                if (!one.equals(other) && one.overlaps(other)) {
                    pairs.add(one + " and " + other);
                }
            }
        }
        return pairs;
    }

    /** What keeps these from being one unit: several JVMs, an overlap, or another test in between in that JVM. */
    public List<String> faultsOfOneUnit(List<Span> these) {
        List<String> faults = new ArrayList<>(overlaps(these, these));
        List<Long> pids = these.stream().map(Span::pid).distinct().toList();
        if (pids.size() != 1) {
            faults.add("in the JVMs " + pids);
        }
        Span first = these.get(0);
        Span last = these.get(these.size() - 1);
        for (Span other : without(these)) {
            if (other.pid() == first.pid() && first.start() < other.start() && other.start() < last.end()) {
                faults.add("in between: " + other);
            }
        }
        return faults;
    }

    /** Short, because Groovy prints the operands of a failed assertion. */
    @Override
    public String toString() {
        return all.size() + " spans";
    }

    private static boolean isOf(Set<String> names, Span span) {
        return names.contains(span.test()) || names.contains(span.type());
    }
}
