package io.github.surefiremp.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Brings together the two names of a test method of JUnit Jupiter: its unique id, and the one in reports. Overloaded
 * methods, the invocations of one method, and methods of one name in nested classes have the same.
 */
public final class PieceNames {
    private PieceNames() {}

    /** From a unique id such as {@code [engine:junit-jupiter]/[class:a.B]/[nested-class:C]/[method:d(int)]}. */
    public static String ofPiece(String uniqueId) {
        StringBuilder name = new StringBuilder();
        for (String segment : uniqueId.split("/")) {
            int colon = segment.indexOf(':');
            if (colon < 0 || !segment.startsWith("[") || !segment.endsWith("]")) {
                return uniqueId;
            }
            String value =
                    URLDecoder.decode(segment.substring(colon + 1, segment.length() - 1), StandardCharsets.UTF_8);
            switch (segment.substring(1, colon)) {
                case "class" -> name.append(value);
                case "method", "test-template", "test-factory" ->
                    name.append('#').append(methodOf(value));
                default -> {
                    // The engine; a nested class, which some versions of Surefire do not tell; or what is new.
                }
            }
        }
        return name.toString();
    }

    /**
     * From what a report says.
     *
     * @param className the top-level class
     * @param method with parameter types and the number of an invocation, perhaps
     */
    public static String ofTest(String className, String method) {
        return className + "#" + methodOf(method);
    }

    private static String methodOf(String text) {
        int end = 0;
        while (end < text.length() && "([{".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }
}
