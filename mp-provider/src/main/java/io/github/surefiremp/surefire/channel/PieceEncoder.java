package io.github.surefiremp.surefire.channel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.util.internal.WritableBufferedByteChannel;
import org.apache.maven.surefire.booter.spi.EventChannelEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Surefire's encoder, which sends a long piece of output as several, as if the test had written them one by one: neither
 * side then needs memory for more than one of them.
 */
final class PieceEncoder extends EventChannelEncoder {
    private static final int LONGEST = 16 * 1024;

    private static final @Nullable MethodHandle GET_STACK = find(() -> MethodHandles.publicLookup()
            .findVirtual(TestOutputReportEntry.class, "getStack", MethodType.methodType(String.class)));

    /** From 3.6 on output comes with its writer's stack. */
    private static final @Nullable MethodHandle WITH_STACK = find(() -> MethodHandles.publicLookup()
            .findConstructor(
                    TestOutputReportEntry.class,
                    MethodType.methodType(
                            void.class,
                            String.class,
                            boolean.class,
                            boolean.class,
                            RunMode.class,
                            Long.class,
                            String.class)));

    PieceEncoder(WritableBufferedByteChannel out) {
        super(out);
    }

    /** One at a time, so that no other thread's output comes into a long line. */
    @Override
    public synchronized void testOutput(TestOutputReportEntry output) {
        String text = output.getLog();
        if (text == null || text.length() <= LONGEST) {
            super.testOutput(output);
            return;
        }
        int from = 0;
        while (from < text.length()) {
            int to = end(text, from);
            super.testOutput(piece(output, text.substring(from, to), output.isNewLine() && to == text.length()));
            from = to;
        }
    }

    /** Where the piece ends that begins there: not between the two halves of a character. */
    static int end(String text, int from) {
        int to = Math.min(text.length(), from + LONGEST);
        return to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
    }

    private static TestOutputReportEntry piece(TestOutputReportEntry of, String text, boolean newLine) {
        if (WITH_STACK == null || GET_STACK == null) {
            return new TestOutputReportEntry(text, of.isStdOut(), newLine, of.getRunMode(), of.getTestRunId());
        }
        try {
            return (TestOutputReportEntry) WITH_STACK.invoke(
                    text, of.isStdOut(), newLine, of.getRunMode(), of.getTestRunId(), (String) GET_STACK.invoke(of));
        } catch (Throwable e) {
            throw new IllegalStateException("Surefire does not take a piece of output", e);
        }
    }

    private interface Lookup {
        MethodHandle find() throws ReflectiveOperationException;
    }

    private static @Nullable MethodHandle find(Lookup lookup) {
        try {
            return lookup.find();
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
