package io.github.surefiremp.coordination;

import java.util.List;

/** Where in the tests the current thread is, for messages. */
final class Places {
    private static final String OWN = Mp.class.getPackageName();
    private static final List<String> SKIPPED = List.of("java.", "jdk.", "org.junit.", "org.testng.");
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Places() {}

    /** Class, method and line of the innermost frame that is not mp's, with the thread's name. */
    static String here() {
        String frame = WALKER.walk(frames -> frames.filter(Places::isOfTheTests)
                .findFirst()
                .map(found -> found.toStackTraceElement().toString())
                .orElse(""));
        String thread = "thread " + Thread.currentThread().getName();
        return frame.isEmpty() ? thread : frame + ", " + thread;
    }

    static boolean isOfTheTests(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return SKIPPED.stream().noneMatch(name::startsWith) && !isOwn(frame.getDeclaringClass());
    }

    /** Whether the class is one of mp's, and not one of a test that has its package. */
    static boolean isOwn(Class<?> type) {
        return type.getPackageName().startsWith(OWN)
                && type.getProtectionDomain()
                        .getCodeSource()
                        .equals(Mp.class.getProtectionDomain().getCodeSource());
    }
}
