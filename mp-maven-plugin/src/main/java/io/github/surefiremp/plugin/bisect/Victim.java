package io.github.surefiremp.plugin.bisect;

import java.util.regex.Pattern;

/**
 * The test that fails.
 *
 * @param className full name of a class; before it was looked for, as the user wrote it
 * @param method empty for any of the class
 */
record Victim(String className, String method) {
    /**
     * Of what the user wrote for {@code -Dtest}.
     *
     * @throws BisectException if that is not one class or one method
     */
    static Victim parse(String test) throws BisectException {
        String text = test.trim();
        int hash = text.indexOf('#');
        String name = hash < 0 ? text : text.substring(0, hash);
        String method = hash < 0 ? "" : text.substring(hash + 1);
        for (String suffix : new String[] {".java", ".class"}) {
            name = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        }
        name = name.replace('/', '.');
        if (!name.matches("[^\\s,*?!%\\[\\]+]+") || !method.matches("[^\\s,*?!+]*")) {
            throw new BisectException((text.isEmpty() ? "" : "-Dtest=" + text + ": ")
                    + "name the one test class that fails, or one of its methods, without wildcards: -Dtest=ShopTest or"
                    + " -Dtest=ShopTest#pays");
        }
        int nested = name.indexOf('$');
        return new Victim(nested < 0 ? name : name.substring(0, nested), method);
    }

    /** Whether it may be what the user meant. */
    boolean isCalled(String fullName) {
        return fullName.equals(className) || fullName.endsWith("." + className);
    }

    Victim in(String fullName) {
        return new Victim(fullName, method);
    }

    /** Whether a test, or the class itself, is what has to pass. */
    boolean has(String testClass, String testMethod) {
        boolean inClass = testClass.equals(className) || testClass.startsWith(className + "$");
        // A class that fails outside of its tests has no method; behind that of a test may be parameters.
        return inClass
                && (method.isEmpty()
                        || testMethod.isEmpty()
                        || testMethod.equals(method)
                        || testMethod.matches(Pattern.quote(method) + "[^\\w$].*"));
    }

    @Override
    public String toString() {
        return method.isEmpty() ? className : className + "#" + method;
    }
}
