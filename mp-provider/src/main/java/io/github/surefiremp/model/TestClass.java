package io.github.surefiremp.model;

import java.util.List;
import java.util.Set;

/**
 * A top-level test class as discovery found it.
 *
 * @param name binary name
 * @param tests how many tests discovery found, at least 1
 * @param groups the marks of the class: its own, those of super and enclosing classes and of its package
 * @param locks all that any of its tests needs
 * @param cut whether it may be split over workers
 * @param whole why it must stay whole; empty unless {@code cut} is NEVER
 * @param groupsInside where it must stay whole, the marks on its methods and nested classes
 * @param pieces what it can be cut into, in the order in which they run; empty where it must stay whole
 * @param threads what its engine runs at the same time
 * @param fixtures binary names of the shared fixtures that it may use in this run, without those of the whole session;
 *     with {@link #ANY_FIXTURE} among them, it may use others as well
 * @param setUps what it needs that is costly and that its JVM keeps, each key once
 */
public record TestClass(
        String name,
        int tests,
        List<GroupMark> groups,
        Set<LockNeed> locks,
        Cut cut,
        String whole,
        List<GroupMark> groupsInside,
        List<Piece> pieces,
        Threads threads,
        Set<String> fixtures,
        List<SetUp> setUps) {
    /** Stands for every fixture, for a class of which cannot be known what it uses. */
    public static final String ANY_FIXTURE = "*";

    /** Whether a class may be split over workers. */
    public enum Cut {
        /** It must stay whole, whatever the user asks for. */
        NEVER,
        /** Only if the user says that its methods are independent. */
        IF_ASKED,
        /** Nothing in it could notice. */
        SAFE
    }

    public TestClass {
        groups = List.copyOf(groups);
        locks = Set.copyOf(locks);
        groupsInside = List.copyOf(groupsInside);
        pieces = List.copyOf(pieces);
        fixtures = Set.copyOf(fixtures);
        setUps = List.copyOf(setUps);
        if ((cut == Cut.NEVER) == whole.isEmpty()) {
            throw new IllegalArgumentException(name + ": cut is " + cut + ", the reason is \"" + whole + "\"");
        }
    }

    /** A class that needs no costly set-up. */
    public TestClass(
            String name,
            int tests,
            List<GroupMark> groups,
            Set<LockNeed> locks,
            Cut cut,
            String whole,
            List<GroupMark> groupsInside,
            List<Piece> pieces,
            Threads threads,
            Set<String> fixtures) {
        this(name, tests, groups, locks, cut, whole, groupsInside, pieces, threads, fixtures, List.of());
    }

    /** A class that needs no costly set-up and uses no shared fixture. */
    public TestClass(
            String name,
            int tests,
            List<GroupMark> groups,
            Set<LockNeed> locks,
            Cut cut,
            String whole,
            List<GroupMark> groupsInside,
            List<Piece> pieces,
            Threads threads) {
        this(name, tests, groups, locks, cut, whole, groupsInside, pieces, threads, Set.of());
    }

    /** A class whose engine runs one test after another, without set-up and shared fixture. */
    public TestClass(
            String name,
            int tests,
            List<GroupMark> groups,
            Set<LockNeed> locks,
            Cut cut,
            String whole,
            List<GroupMark> groupsInside,
            List<Piece> pieces) {
        this(name, tests, groups, locks, cut, whole, groupsInside, pieces, Threads.ONE);
    }

    /** A class of which nothing but the name is known; it must stay whole. */
    public static TestClass whole(String name, String why) {
        return new TestClass(name, 1, List.of(), Set.of(), Cut.NEVER, why, List.of(), List.of());
    }
}
