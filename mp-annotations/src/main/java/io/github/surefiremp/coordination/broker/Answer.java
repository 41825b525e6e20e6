package io.github.surefiremp.coordination.broker;

/**
 * What the broker answers, or asks of a client on its own.
 *
 * @param id of the request; 0 where the broker asks
 * @param kind what it means
 * @param number a token; its meaning is the kind's
 * @param text a message for people, or the name of a fixture
 * @param value the value that was asked for
 */
public record Answer(long id, Kind kind, long number, String text, byte[] value) {

    /** The meaning of an answer. The order is part of the protocol: new ones go to the end. */
    public enum Kind {
        /** It was done. */
        DONE,
        /** It was not done, because the state was not as asked for. */
        NOT_DONE,
        /** Here is the value. */
        VALUE,
        /** There is no value. */
        NONE,
        /** The asking thread has to compute the value and tell. */
        COMPUTE,
        /** A step that is the first, or the last, of its trail. */
        FIRST_OR_LAST,
        /** Any other step. */
        BETWEEN,
        /** The asking thread has to set the fixture up and tell. */
        SET_UP,
        /** The asking thread has to see that there is a JVM for fixtures, and then ask again. */
        NEED_HOST,
        /** The fixture could not be set up: the text says why, the value is the exception. */
        FAILED,
        /** What was asked is an error of the user's; the text says which. */
        REFUSED,
        /** The request was cancelled; the text says what it waited for. */
        CANCELLED,
        /** The broker asks the owner to tear the fixture down that the text names. */
        PLEASE_TEAR_DOWN,
        /** The broker asks a host to set the fixture up that the text names. */
        PLEASE_SET_UP
    }

    static Answer of(Kind kind) {
        return new Answer(0, kind, 0, "", Request.NOTHING);
    }

    static Answer of(Kind kind, long number) {
        return new Answer(0, kind, number, "", Request.NOTHING);
    }

    static Answer of(Kind kind, String text) {
        return new Answer(0, kind, 0, text, Request.NOTHING);
    }

    static Answer value(byte[] value, String text) {
        return new Answer(0, Kind.VALUE, 0, text, value);
    }

    Answer to(long request) {
        return new Answer(request, kind, number, text, value);
    }
}
