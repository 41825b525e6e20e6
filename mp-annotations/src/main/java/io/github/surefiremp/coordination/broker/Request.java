package io.github.surefiremp.coordination.broker;

/**
 * What a client asks.
 *
 * @param id unique within the client, above 0
 * @param op what is asked
 * @param name of the lock, key, trail or fixture; its meaning is the operation's
 * @param thread the id of the asking thread; with the client it says who holds what
 * @param place where in the tests it was asked, for people
 * @param number a token, an id or a choice; its meaning is the operation's
 * @param text for people
 * @param value opaque, as all values are
 * @param other a second value
 */
public record Request(
        long id, Op op, String name, long thread, String place, long number, String text, byte[] value, byte[] other) {

    /** No value. */
    public static final byte[] NOTHING = {};
}
