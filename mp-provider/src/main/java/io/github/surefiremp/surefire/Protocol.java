package io.github.surefiremp.surefire;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;

/**
 * Surefire's fork protocol, the plugin's side of it.
 */
interface Protocol {
    /** A reader of events. */
    Events events(ReadableByteChannel from, ForkNodeArguments arguments);

    /** A writer of commands. */
    Commands commands(WritableByteChannel to);

    /** Reads events one by one; for one thread. */
    interface Events {
        /**
         * Waits for the next event.
         *
         * @throws java.io.EOFException at the end of the stream
         */
        Event next() throws IOException;
    }

    /** Writes commands; for one thread at a time. */
    interface Commands {
        void runClass(String name) throws IOException;

        void testSetFinished() throws IOException;

        void skipSinceNextTest() throws IOException;

        void noop() throws IOException;

        void byeAck() throws IOException;
    }
}
