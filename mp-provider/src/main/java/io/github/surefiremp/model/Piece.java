package io.github.surefiremp.model;

import java.util.List;
import java.util.Set;

/**
 * What a class can be cut into: a test method with all its invocations, or a nested class that must stay whole.
 *
 * @param selector its unique id
 * @param className binary name of the class that has it, a nested one perhaps
 * @param method name of the method; empty for a nested class
 * @param tests how many tests discovery found in it, at least 1
 * @param groups the marks on its method and on the nested classes around it, without those of the top-level class
 * @param locks all that it needs, what its classes need included
 * @param whole why a nested class must stay whole; empty for a method
 * @param groupsInside marks on what is inside of a nested class that must stay whole
 */
public record Piece(
        String selector,
        String className,
        String method,
        int tests,
        List<GroupMark> groups,
        Set<LockNeed> locks,
        String whole,
        List<GroupMark> groupsInside) {
    public Piece {
        groups = List.copyOf(groups);
        locks = Set.copyOf(locks);
        groupsInside = List.copyOf(groupsInside);
    }
}
