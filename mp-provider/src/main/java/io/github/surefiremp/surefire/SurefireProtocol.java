package io.github.surefiremp.surefire;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.maven.surefire.api.event.Event;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.stream.CommandEncoder;
import org.apache.maven.surefire.stream.EventDecoder;

/** Surefire's own encoder and decoder. */
final class SurefireProtocol implements Protocol {
    @Override
    public Events events(ReadableByteChannel from, ForkNodeArguments arguments) {
        EventDecoder decoder = new EventDecoder(from, arguments);
        var memento = decoder.new Memento();
        return () -> {
            while (true) {
                // Null stands for a frame that the decoder could not read and has told the arguments about.
                Event event = decoder.decode(memento);
                if (event != null) {
                    return event;
                }
            }
        };
    }

    @Override
    public Commands commands(WritableByteChannel to) {
        CommandEncoder encoder = new CommandEncoder(to);
        return new Commands() {
            @Override
            public void runClass(String name) throws IOException {
                encoder.sendRunClass(name);
            }

            @Override
            public void testSetFinished() throws IOException {
                encoder.sendTestSetFinished();
            }

            @Override
            public void skipSinceNextTest() throws IOException {
                encoder.sendSkipSinceNextTest();
            }

            @Override
            public void noop() throws IOException {
                encoder.sendNoop();
            }

            @Override
            public void byeAck() throws IOException {
                encoder.sendByeAck();
            }
        };
    }
}
