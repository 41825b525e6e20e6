package io.github.surefiremp.provider;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.WorkOrder;
import io.github.surefiremp.remember.Expectations;
import io.github.surefiremp.remember.Outcomes;
import io.github.surefiremp.run.WorkerProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run can decide before any test is discovered: by the names of classes, and by the history. */
final class Beginning {
    /** The provider property in which Surefire names each class whose file name its scan accepted. */
    private static final String SCANNED_CLASS = "tc.";

    /** The provider property that Surefire sets for projects with TestNG. */
    private static final String TESTNG = "testng.version";

    /** Fewer are discovered faster by one worker than a second one starts. */
    private static final int CLASSES_WORTH_A_WORKER = 100;

    /** So many that workers which are unequally fast end at about the same time. */
    private static final int ORDERS_PER_CORE = 3;

    private final Handoff handoff;
    private final Map<String, String> settings;
    private final Expectations expectations;
    private final Outcomes outcomes;
    private final int cores;
    private final List<String> classes;
    /** How long classes take of which that is known. */
    private final long[] known;

    /**
     * @param settings of Surefire's fork
     */
    Beginning(Handoff handoff, Map<String, String> settings, Expectations expectations, Outcomes outcomes, int cores) {
        this.handoff = handoff;
        this.settings = settings;
        this.expectations = expectations;
        this.outcomes = outcomes;
        this.cores = cores;
        classes = scanned(settings);
        known = probable()
                .map(expectations::ofClass)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .toArray();
    }

    /** Those of the classes that will run, as far as that is known before their tests are. */
    private Stream<String> probable() {
        boolean onlyFailed = handoff.choice().onlyFailed()
                && (handoff.choice().failedElsewhere()
                        || classes.stream().anyMatch(name -> outcomes.failedIn(topLevel(name))));
        return onlyFailed ? classes.stream().filter(name -> outcomes.failedIn(topLevel(name))) : classes.stream();
    }

    /** The classes that Maven's scan of the file names found, in its order. */
    private static List<String> scanned(Map<String, String> settings) {
        List<String> scanned = new ArrayList<>();
        for (String name = settings.get(SCANNED_CLASS + 0); name != null; ) {
            scanned.add(name);
            name = settings.get(SCANNED_CLASS + scanned.size());
        }
        return scanned;
    }

    /** Whether there are as many workers as there is work for, whether that shortens the run or not. */
    boolean startsAll() {
        return handoff.allWorkers() || handoff.np() == 1;
    }

    /** How much work there is on this machine, as far as the history knows. */
    long leftMillis() {
        return Arrays.stream(known).sum() / Math.max(1, handoff.shard().total());
    }

    /**
     * Discovery in a few pieces, which workers share. One piece where the user chose an order, because Surefire orders
     * what it is given, and where it looks at all classes to choose between engines.
     */
    List<String> orders() {
        if (!WorkerProvider.runsUnits(handoff.providerClass())) {
            return List.of();
        }
        boolean whole = handoff.keepOrder() || settings.containsKey(TESTNG);
        List<String> inOrder = whole ? classes : withNestedOnesNextToEachOther(classes);
        int size = whole
                ? Math.max(1, inOrder.size())
                : Math.max(CLASSES_WORTH_A_WORKER, inOrder.size() / (ORDERS_PER_CORE * cores) + 1);
        Set<String> longOnes = longOnes();
        List<String> orders = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(inOrder.size(), from + size);
            while (0 < to
                    && to < inOrder.size()
                    && topLevel(inOrder.get(to - 1)).equals(topLevel(inOrder.get(to)))) {
                to++;
            }
            orders.add(new WorkOrder.Discover(
                            inOrder.subList(from, to),
                            // Of shards, what is told of a class must not depend on how it is discovered.
                            "AUTO".equals(handoff.granularity())
                                            && !handoff.shard().isOn()
                                    ? handoff.np()
                                    : 0,
                            longOnes)
                    .format());
            from = to;
        } while (from < inOrder.size());
        return orders;
    }

    /** Whoever looks at a class must see its nested ones, because what runs as a part of it must not run again. */
    private static List<String> withNestedOnesNextToEachOther(List<String> classes) {
        Map<String, List<String>> byTopLevel = new LinkedHashMap<>();
        classes.forEach(name -> byTopLevel
                .computeIfAbsent(topLevel(name), key -> new ArrayList<>())
                .add(name));
        return byTopLevel.values().stream().flatMap(List::stream).toList();
    }

    /** The classes whose pieces count: those that took more than a worker's share of the time, or failed. */
    private Set<String> longOnes() {
        long total = classes.stream()
                .mapToLong(name -> expectations.ofClass(name).orElse(0))
                .sum();
        boolean piecesOfFailed =
                handoff.choice().onlyFailed() || handoff.choice().failedFirst();
        return classes.stream()
                .filter(name -> expectations.ofClass(name).orElse(0) * handoff.np() > total
                        || (piecesOfFailed && outcomes.failedIn(name)))
                .collect(Collectors.toSet());
    }

    /**
     * As many as will probably shorten the run; without a history one. Where discovery takes longer than a JVM to start:
     * not more than one for each two cores, because a JVM that loads classes keeps a second core busy with compiling
     * them.
     */
    int workers() {
        int most = classes.size() > CLASSES_WORTH_A_WORKER ? Math.max(1, cores / 2) : handoff.np();
        if (startsAll()) {
            int some = known.length > 0 ? known.length : classes.size();
            some = (int) Math.min(some, Math.max(1, probable().count()));
            // The methods of one class can keep several workers busy.
            return Math.min(most, "METHOD".equals(handoff.granularity()) ? Math.max(some, handoff.np()) : some);
        }
        // Whether a long class can be split is not known yet, but how many classes there are.
        boolean whole = "CLASS".equals(handoff.granularity());
        int wanted = Staffer.atFirst(
                whole ? Math.min(handoff.np(), Math.max(1, known.length)) : handoff.np(),
                cores,
                leftMillis(),
                whole ? Arrays.stream(known).max().orElse(0) : 0,
                expectations.cpuShare().orElse(1),
                expectations.start());
        return Math.min(most, wanted);
    }

    /** Whether workers need no thorough compiler, as far as the history knows. */
    boolean compilesQuickly() {
        return CompilerChoice.isQuick(expectations, classes, workers(), handoff.np(), cores);
    }

    private static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}
