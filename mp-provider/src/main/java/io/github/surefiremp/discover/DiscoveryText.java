package io.github.surefiremp.discover;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TabCells;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.Threads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A test class as text, in which a worker sends it: fields with tabs between them, lists with their length in front.
 */
final class DiscoveryText {
    private static final String NONE = "-";

    private DiscoveryText() {}

    static String format(TestClass type) {
        Out out = new Out();
        out.put(type.name()).put(type.tests());
        putMarks(out, type.groups());
        putLocks(out, type.locks());
        out.put(type.cut().name()).put(type.whole());
        putMarks(out, type.groupsInside());
        out.put(type.pieces().size());
        for (Piece piece : type.pieces()) {
            out.put(piece.selector()).put(piece.className()).put(piece.method()).put(piece.tests());
            putMarks(out, piece.groups());
            putLocks(out, piece.locks());
            out.put(piece.whole());
            putMarks(out, piece.groupsInside());
        }
        out.put(type.threads().count())
                .put(Boolean.toString(type.threads().classes()))
                .put(type.threads().together());
        out.put(type.fixtures().size());
        new TreeSet<>(type.fixtures()).forEach(out::put);
        out.put(type.setUps().size());
        for (SetUp setUp : type.setUps()) {
            out.put(setUp.key()).put(setUp.name()).put(Boolean.toString(setUp.kept()));
        }
        return out.text.toString();
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static TestClass parse(String text) {
        In in = new In(text);
        String name = in.next();
        int tests = in.number();
        List<GroupMark> groups = marks(in);
        Set<LockNeed> locks = locks(in);
        TestClass.Cut cut = TestClass.Cut.valueOf(in.next());
        String whole = in.next();
        List<GroupMark> inside = marks(in);
        List<Piece> pieces = new ArrayList<>();
        for (int count = in.number(); count > 0; count--) {
            pieces.add(new Piece(
                    in.next(), in.next(), in.next(), in.number(), marks(in), locks(in), in.next(), marks(in)));
        }
        Threads threads = new Threads(in.number(), Boolean.parseBoolean(in.next()), in.next());
        Set<String> fixtures = new TreeSet<>();
        for (int count = in.number(); count > 0; count--) {
            fixtures.add(in.next());
        }
        List<SetUp> setUps = new ArrayList<>();
        for (int count = in.number(); count > 0; count--) {
            setUps.add(new SetUp(in.next(), in.next(), Boolean.parseBoolean(in.next())));
        }
        return new TestClass(name, tests, groups, locks, cut, whole, inside, pieces, threads, fixtures, setUps);
    }

    private static void putMarks(Out out, List<GroupMark> marks) {
        out.put(marks.size());
        for (GroupMark mark : marks) {
            out.put(mark.group())
                    .put(mark.strategy() == null ? NONE : mark.strategy().name())
                    .put(Boolean.toString(mark.freshJvm()))
                    .put(mark.place())
                    .put(Boolean.toString(mark.packageDefault()));
        }
    }

    private static List<GroupMark> marks(In in) {
        List<GroupMark> marks = new ArrayList<>();
        for (int count = in.number(); count > 0; count--) {
            String group = in.next();
            String strategy = in.next();
            marks.add(new GroupMark(
                    group,
                    strategy.equals(NONE) ? null : Strategy.valueOf(strategy),
                    Boolean.parseBoolean(in.next()),
                    in.next(),
                    Boolean.parseBoolean(in.next())));
        }
        return marks;
    }

    private static void putLocks(Out out, Set<LockNeed> locks) {
        out.put(locks.size());
        for (LockNeed lock : new TreeSet<>(locks)) {
            out.put(lock.key()).put(Boolean.toString(lock.write()));
        }
    }

    private static Set<LockNeed> locks(In in) {
        Set<LockNeed> locks = new TreeSet<>();
        for (int count = in.number(); count > 0; count--) {
            locks.add(new LockNeed(in.next(), Boolean.parseBoolean(in.next())));
        }
        return locks;
    }

    private static final class Out {
        final StringBuilder text = new StringBuilder();

        Out put(String field) {
            if (text.length() > 0) {
                text.append('\t');
            }
            text.append(TabCells.escape(field));
            return this;
        }

        Out put(int number) {
            return put(Integer.toString(number));
        }
    }

    private static final class In {
        private final Deque<String> fields;

        In(String text) {
            fields = new ArrayDeque<>(Arrays.asList(text.split("\t", -1)));
        }

        String next() {
            String field = fields.poll();
            if (field == null) {
                throw new IllegalArgumentException("discovery sent a class whose text ends too early");
            }
            return TabCells.unescape(field);
        }

        int number() {
            return Integer.parseInt(next());
        }
    }
}
