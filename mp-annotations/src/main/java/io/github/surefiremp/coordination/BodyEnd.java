package io.github.surefiremp.coordination;

import java.io.IOException;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the body of a try-with-resources statement (or of a try with a finally) ended with an exception:
 * {@code close()} is not told. The resource calls {@link #begin} when it is made and {@link #atClose} in its {@code
 * close()}.
 *
 * <p>A compiler writes several calls of {@code close()}: for the body's normal ends, and for an exception, in a handler
 * that throws the exception on. The stack says which of them is under way, the class file says what it stands for. The
 * innermost method that is on both stacks, at begin and at close, holds the resource. If its closing call cannot be
 * reached from its making call but by an exception, and leads to nothing but throwing on, then the body threw. The same
 * holds for a method between that one and {@code close()}, as Groovy's {@code withCloseable}, counted from its entry.
 *
 * <p>An exception that is caught inside of the body is no exceptional end.
 */
final class BodyEnd {

    enum Outcome {
        NORMAL,
        EXCEPTION,
        /** No class file, no method on both stacks, or a class that an agent changed and whose lines do not tell it. */
        UNKNOWN
    }

    /** How many of the user's frames are looked at: enough for helpers that make the resource or close it. */
    private static final int DEPTH = 8;

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Thread thread = Thread.currentThread();
    private final List<StackFrame> made;

    private BodyEnd(List<StackFrame> made) {
        this.made = made;
    }

    static BodyEnd begin() {
        return new BodyEnd(callers());
    }

    /** It reads class files: ask only where the answer matters. */
    Outcome atClose() {
        List<StackFrame> closing = callers();
        int last = 1; // with no method on both stacks only the caller of close() can tell, and only of an exception
        Call making = null;
        for (int i = 1; i < closing.size() && making == null && thread == Thread.currentThread(); i++) {
            making = making(closing, i);
            last = making == null ? last : i;
        }
        Outcome outcome = making == null ? Outcome.UNKNOWN : Outcome.NORMAL;
        for (int i = 1; i <= last && i < closing.size(); i++) {
            Outcome here = outcome(i == last ? making : null, Call.of(closing, i));
            if (here == Outcome.EXCEPTION) {
                return here;
            }
            outcome = here == Outcome.UNKNOWN ? here : outcome;
        }
        return outcome;
    }

    /** The call in which the closing frame had the resource made. */
    private @Nullable Call making(List<StackFrame> closing, int index) {
        for (int i = 1; i < made.size(); i++) {
            if (isSameMethod(made.get(i), closing.get(index)) && haveSameCallers(made, i, closing, index)) {
                return Call.of(made, i);
            }
        }
        return null;
    }

    /** Else it is two calls of one method: recursion, or a helper that both making and closing go through. */
    private static boolean haveSameCallers(List<StackFrame> one, int index, List<StackFrame> other, int otherIndex) {
        int callers = Math.min(one.size() - index, other.size() - otherIndex) - 1;
        for (int i = 1; i <= callers; i++) {
            StackFrame caller = one.get(index + i);
            StackFrame otherCaller = other.get(otherIndex + i);
            if (!isSameMethod(caller, otherCaller) || caller.getByteCodeIndex() != otherCaller.getByteCodeIndex()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSameMethod(StackFrame one, StackFrame other) {
        return one.getDeclaringClass() == other.getDeclaringClass()
                && one.getMethodName().equals(other.getMethodName())
                && one.getDescriptor().equals(other.getDescriptor());
    }

    /** @param making in the same method as the closing call; null: counted from the method's entry */
    private static Outcome outcome(@Nullable Call making, Call closing) {
        StackFrame frame = closing.in;
        try {
            MethodCode code = ClassFile.method(frame.getDeclaringClass(), frame.getMethodName(), frame.getDescriptor());
            return code == null ? Outcome.UNKNOWN : outcome(code, making, closing);
        } catch (IOException | RuntimeException | LinkageError e) { // close() goes on with what this cannot read
            return Outcome.UNKNOWN;
        }
    }

    private static Outcome outcome(MethodCode code, @Nullable Call making, Call closing) {
        boolean exact = closing.isAtItsIndex(code) && (making == null || making.isAtItsIndex(code));
        List<Integer> starts = making == null ? List.of(MethodCode.ENTRY) : making.candidates(code, exact);
        List<Integer> ends = closing.candidates(code, exact);
        Outcome outcome = outcome(code, starts, ends);
        if (outcome == Outcome.UNKNOWN && CoverageProbes.areIn(closing.in.getDeclaringClass())) {
            CoverageProbes probes = new CoverageProbes(code, closing.parameters(code));
            starts = making == null ? starts : making.fitting(probes, starts);
            return outcome(code, starts, closing.fitting(probes, ends));
        }
        return outcome;
    }

    /** What is so for all that may be. */
    private static Outcome outcome(MethodCode code, List<Integer> starts, List<Integer> ends) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (int start : starts) {
            for (int end : ends) {
                boolean threw = !code.isReachable(start, end) && code.onlyThrowsOn(end);
                outcomes.add(threw ? Outcome.EXCEPTION : Outcome.NORMAL);
            }
        }
        return outcomes.size() == 1 ? outcomes.iterator().next() : Outcome.UNKNOWN;
    }

    /** mp's last own frame, then the user's. */
    private static List<StackFrame> callers() {
        return STACK.walk(BodyEnd::callers);
    }

    private static List<StackFrame> callers(Stream<StackFrame> stack) {
        List<StackFrame> frames = new ArrayList<>(DEPTH + 1);
        var all = stack.iterator();
        while (all.hasNext() && frames.size() <= DEPTH) {
            StackFrame frame = all.next();
            if (frames.size() == 1 && isOwn(frame.getDeclaringClass(), frames.get(0))) {
                frames.set(0, frame);
            } else {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** By where it comes from, too: a test may be in the same package. */
    private static boolean isOwn(Class<?> type, StackFrame called) {
        return called.getDeclaringClass() == BodyEnd.class
                || (type.getPackageName().startsWith(BodyEnd.class.getPackageName())
                        && type.getProtectionDomain()
                                == called.getDeclaringClass().getProtectionDomain());
    }

    /** A method's call of another one. */
    private record Call(StackFrame in, String called) {

        static Call of(List<StackFrame> stack, int caller) {
            return new Call(stack.get(caller), stack.get(caller - 1).getMethodName());
        }

        /** False if the class was changed when it was loaded, as by a coverage agent: the indices are not the file's. */
        boolean isAtItsIndex(MethodCode code) {
            int index = in.getByteCodeIndex();
            return code.calls(called).contains(index) && code.line(index) == in.getLineNumber();
        }

        /** How many local variables the method's parameters are. */
        int parameters(MethodCode code) {
            int variables = code.isStatic() ? 0 : 1;
            for (Class<?> type : in.getMethodType().parameterList()) {
                variables += type == long.class || type == double.class ? 2 : 1;
            }
            return variables;
        }

        List<Integer> fitting(CoverageProbes probes, List<Integer> calls) {
            return calls.stream()
                    .filter(at -> probes.move(at, in.getByteCodeIndex()))
                    .toList();
        }

        /** The call at its index, or else every such call on its line. */
        List<Integer> candidates(MethodCode code, boolean exact) {
            return exact
                    ? List.of(in.getByteCodeIndex())
                    : code.calls(called).stream()
                            .filter(at -> code.line(at) == in.getLineNumber())
                            .toList();
        }
    }
}
