package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.BodyEnd.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A resource that notes how its body ended. */
public class Probe implements AutoCloseable {

    /** What a body does: it throws, or not. */
    public interface Launch {
        void run() throws Failed;
    }

    public static final class Failed extends Exception {}

    static final List<Outcome> OUTCOMES = new ArrayList<>();

    private final BodyEnd body;

    protected Probe(BodyEnd body) {
        this.body = body;
    }

    public static Probe start() {
        return new Probe(BodyEnd.begin());
    }

    public boolean first() {
        return true;
    }

    @Override
    public void close() {
        OUTCOMES.add(body.atClose());
    }
}
