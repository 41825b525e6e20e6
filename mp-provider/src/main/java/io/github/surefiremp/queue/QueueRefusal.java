package io.github.surefiremp.queue;

/** This machine cannot take part in the queue; the message is for the user. */
public final class QueueRefusal extends Exception {
    private static final long serialVersionUID = 1;

    public QueueRefusal(String message) {
        super(message);
    }
}
