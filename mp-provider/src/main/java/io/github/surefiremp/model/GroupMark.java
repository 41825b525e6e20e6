package io.github.surefiremp.model;

import org.jspecify.annotations.Nullable;

/**
 * A place that puts tests into a group.
 *
 * @param group the name as written, possibly blank, which is an error to tell
 * @param strategy the strategy written there, null if it was left out
 * @param freshJvm each of its units runs in a JVM that ran nothing before
 * @param place for messages, such as {@code class com.shop.OrderTest}
 * @param packageDefault it is on the package and holds only where no class or method has one
 */
public record GroupMark(
        String group, @Nullable Strategy strategy, boolean freshJvm, String place, boolean packageDefault) {}
