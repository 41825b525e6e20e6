package io.github.surefiremp.queue;

/**
 * A unit that no machine will run any more.
 *
 * @param unit its number in the plan
 * @param machine the one that was lost with it last
 * @param machines how many were
 */
public record GivenUp(int unit, String machine, long machines) {}
