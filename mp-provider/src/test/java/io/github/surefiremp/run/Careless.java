package io.github.surefiremp.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** Each method does what a test class may do; none is called by another class but by way of this one. */
final class Careless {
    private Careless() {}

    static void locale() {
        Locale.setDefault(Locale.JAPAN);
        Locale.setDefault(Locale.Category.FORMAT, Locale.KOREA);
    }

    static void zone() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    }

    static void streams() {
        System.setOut(new PrintStream(new ByteArrayOutputStream()));
        System.setErr(new PrintStream(new ByteArrayOutputStream()));
        System.setIn(new ByteArrayInputStream(new byte[] {1}));
    }

    static void properties() {
        System.setProperty("mp.test.known", "changed");
        System.setProperty("mp.test.new", "left");
    }

    static void noProperties() {
        System.setProperties(new Properties());
    }

    static void stubbornProperties() {
        Properties stubborn = new Properties() {
            @Override
            public Object put(Object key, Object value) {
                throw new SecurityException("nobody may");
            }
        };
        System.setProperties(stubborn);
    }

    static final class Nested {
        private Nested() {}

        static void cleared() {
            System.clearProperty("mp.test.known");
        }
    }
}
