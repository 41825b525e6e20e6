package io.github.surefiremp.run;

import io.github.surefiremp.discover.ClassFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.Category;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What tests may leave changed in a worker's JVM, so that the next unit finds it as it was.
 *
 * <p>The thread that runs the tests gets its name, priority, context class loader and interrupt flag back after each
 * unit. What belongs to the whole JVM is put back where the test class itself changed it: where it, or a class nested in
 * it, has the call in its own code. What other code changed stays: a base class, an extension, a library or a cached
 * application context often does so once in a JVM, because with one fork of stock Surefire once is enough, and would not
 * do it again. For the same reason nothing is put back for a part of a class that has a static initialiser, which will
 * not run again for its other parts.
 *
 * <p>For the one thread that runs the units.
 */
final class JvmState {
    private static final String TIME_ZONE = "user.timezone";
    /** From then on it is cheaper to ask for the default time zone once than to look into each class. */
    private static final int UNITS_WITHOUT_ZONE = 100;

    private final Consumer<String> log;
    private final ClassLoader tests;
    private final InputStream stdin = System.in;
    /** What was told of already. */
    private final Set<String> told = new HashSet<>();

    private @Nullable Mark mark;
    private int unitsWithoutZone;

    /**
     * The state before a unit.
     *
     * @param zone null: what it was when the JVM began; asking for it then would read the time zones' file
     */
    private record Mark(
            String threadName,
            int priority,
            @Nullable ClassLoader loader,
            PrintStream out,
            PrintStream err,
            InputStream in,
            @Nullable Object securityManager,
            Locale locale,
            Locale display,
            Locale format,
            @Nullable TimeZone zone,
            Map<Object, Object> properties) {
        static Mark take(boolean withZone) {
            Thread thread = Thread.currentThread();
            return new Mark(
                    thread.getName(),
                    thread.getPriority(),
                    thread.getContextClassLoader(),
                    System.out,
                    System.err,
                    System.in,
                    currentManager(),
                    Locale.getDefault(),
                    Locale.getDefault(Category.DISPLAY),
                    Locale.getDefault(Category.FORMAT),
                    withZone ? TimeZone.getDefault() : null,
                    new HashMap<>(System.getProperties()));
        }
    }

    /**
     * Takes what is now as what the first unit finds.
     *
     * @param log is told in one line when something had to be put back, once for each thing
     */
    JvmState(Consumer<String> log, ClassLoader tests) {
        this.log = log;
        this.tests = tests;
    }

    /** Tests are about to run; only the first call in a unit counts. */
    void mark() {
        if (mark == null) {
            mark = Mark.take(zoneIsKnown() || unitsWithoutZone++ >= UNITS_WITHOUT_ZONE);
        }
    }

    /**
     * The unit has ended.
     *
     * @param classes of the unit
     * @param whole whether all tests of these classes ran, and not only a part of them
     * @return what could not be put back and why, empty if all is as it was; then nothing more should run in this JVM
     */
    String restore(Collection<String> classes, boolean whole) {
        boolean unused = Thread.interrupted();
        Mark before = mark;
        mark = null;
        if (before == null) {
            return "";
        }
        Leftovers left = new Leftovers(classes, whole);
        // First: it may forbid all the others.
        left.attempt("the security manager", () -> restoreSecurityManager(before, left));
        left.attempt("the tests' thread", () -> restoreThread(before));
        left.attempt("the standard streams", () -> restoreStreams(before, left));
        left.attempt("System.in", this::repairInput);
        left.attempt("the default locale", () -> restoreLocale(before, left));
        left.attempt("system properties", () -> restoreProperties(before, left));
        // After the property that it may come from.
        left.attempt("the default time zone", () -> restoreZone(before, left));
        left.tell();
        return left.stuck();
    }

    private static void restoreThread(Mark before) {
        Thread thread = Thread.currentThread();
        if (!thread.getName().equals(before.threadName())) {
            thread.setName(before.threadName());
        }
        if (thread.getPriority() != before.priority()) {
            thread.setPriority(before.priority());
        }
        if (thread.getContextClassLoader() != before.loader()) {
            thread.setContextClassLoader(before.loader());
        }
    }

    /** A worker's standard input is at its end; whoever reads it must not find it closed. */
    private void repairInput() {
        if (System.in != stdin) {
            return;
        }
        try {
            int unused = stdin.available();
        } catch (IOException e) {
            System.setIn(new BufferedInputStream(InputStream.nullInputStream()));
        }
    }

    private static void restoreStreams(Mark before, Leftovers left) {
        if (System.out != before.out() && left.doneBy("setOut")) {
            System.setOut(before.out());
            left.changed("System.out");
        }
        if (System.err != before.err() && left.doneBy("setErr")) {
            System.setErr(before.err());
            left.changed("System.err");
        }
        if (System.in != before.in() && left.doneBy("setIn")) {
            System.setIn(before.in());
            left.changed("System.in");
        }
    }

    private static void restoreLocale(Mark before, Leftovers left) {
        boolean same = Locale.getDefault().equals(before.locale())
                && Locale.getDefault(Category.DISPLAY).equals(before.display())
                && Locale.getDefault(Category.FORMAT).equals(before.format());
        if (!same && left.doneBy("java/util/Locale", "setDefault")) {
            Locale.setDefault(before.locale());
            Locale.setDefault(Category.DISPLAY, before.display());
            Locale.setDefault(Category.FORMAT, before.format());
            left.changed("the default locale");
        }
    }

    private static void restoreZone(Mark before, Leftovers left) {
        // While the default is not known, asking for it takes longer than many a unit; looking into a class does not.
        boolean mayDiffer = zoneIsKnown()
                ? before.zone() == null || !TimeZone.getDefault().equals(before.zone())
                : before.zone() == null;
        if (!mayDiffer || !left.doneBy("java/util/TimeZone", "setDefault")) {
            return;
        }
        TimeZone was = TimeZone.getDefault();
        TimeZone.setDefault(before.zone());
        if (!TimeZone.getDefault().equals(was)) {
            left.changed("the default time zone");
        }
    }

    private static boolean zoneIsKnown() {
        String zone = System.getProperty(TIME_ZONE);
        return zone != null && !zone.isEmpty();
    }

    private static void restoreProperties(Mark before, Leftovers left) {
        Map<Object, Object> now = new HashMap<>(System.getProperties());
        if (now.equals(before.properties()) || !(left.doneBy("setProperty") || left.changesProperties())) {
            return;
        }
        boolean changed = false;
        for (Map.Entry<Object, Object> entry : before.properties().entrySet()) {
            Object value = now.get(entry.getKey());
            // A name that is put together at run time is not in the class; but nobody takes one of these away.
            boolean own = left.mentions(entry.getKey()) || (value == null && left.changesProperties());
            if (own && !entry.getValue().equals(value)) {
                System.getProperties().put(entry.getKey(), entry.getValue());
                changed = true;
            }
        }
        for (Object key : now.keySet()) {
            if (!before.properties().containsKey(key) && left.mentions(key)) {
                System.getProperties().remove(key);
                changed = true;
            }
        }
        if (changed) {
            left.changed("system properties");
        }
    }

    private static void restoreSecurityManager(Mark before, Leftovers left) {
        // One that lets nobody read files does not let mp read the class either.
        if (currentManager() != before.securityManager()
                && (left.cannotBeRead() || left.doneBy("setSecurityManager"))) {
            setSecurityManager(before.securityManager());
            left.changed("the security manager");
        }
    }

    @SuppressWarnings("removal") // It is there in the Java versions that mp runs on.
    private static @Nullable Object currentManager() {
        return System.getSecurityManager();
    }

    @SuppressWarnings("removal")
    private static void setSecurityManager(@Nullable Object manager) {
        System.setSecurityManager((SecurityManager) manager);
    }

    /** What a unit left changed, and whether its own code can have done it. */
    private final class Leftovers {
        private final Collection<String> classes;
        private final boolean whole;
        private final List<String> changed = new ArrayList<>();
        private final List<String> stuck = new ArrayList<>();
        private @Nullable Set<String> texts;

        Leftovers(Collection<String> classes, boolean whole) {
            this.classes = classes;
            this.whole = whole;
        }

        /** Puts something back; what tests left in its way may throw whatever it likes. */
        void attempt(String what, Runnable restoring) {
            try {
                restoring.run();
            } catch (RuntimeException | LinkageError e) {
                stuck.add(what + " (" + e.getClass().getName() + ")");
            }
        }

        /** What could not be put back by which class, in words; empty if nothing. */
        String stuck() {
            return stuck.isEmpty()
                    ? ""
                    : String.join(", ", classes) + " left " + String.join(" and ", stuck)
                            + " in a state that cannot be put back";
        }

        /** Nothing of the classes can be read at the moment. */
        boolean cannotBeRead() {
            boolean unreadable = texts().isEmpty();
            if (unreadable) {
                texts = null;
            }
            return unreadable;
        }

        boolean doneBy(String method) {
            return doneBy("java/lang/System", method);
        }

        boolean doneBy(String type, String method) {
            return texts().contains(type) && texts().contains(method);
        }

        boolean changesProperties() {
            return doneBy("clearProperty") || doneBy("setProperties") || doneBy("getProperties");
        }

        boolean mentions(Object key) {
            return key instanceof String name && texts().contains(name);
        }

        void changed(String what) {
            changed.add(what);
        }

        void tell() {
            if (told.addAll(changed)) {
                log.accept("mp: " + String.join(", ", classes) + " left " + String.join(" and ", changed)
                        + " changed; the next class finds it as it was. mp tells so once.");
            }
        }

        private Set<String> texts() {
            Set<String> known = texts;
            if (known == null) {
                known = new HashSet<>();
                for (String name : classes) {
                    known.addAll(textsOf(name));
                }
                texts = known;
            }
            return known;
        }

        private Set<String> textsOf(String name) {
            Set<String> found = new HashSet<>();
            try {
                Class<?> type = Class.forName(name, false, tests);
                for (Class<?> member : type.getNestMembers()) {
                    found.addAll(ClassFile.textsOf(member));
                }
            } catch (ClassNotFoundException | LinkageError | SecurityException e) {
                // Then it ran no code of its own.
                return Set.of();
            }
            return whole || !found.contains("<clinit>") ? found : Set.of();
        }
    }
}
