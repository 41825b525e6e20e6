package io.github.surefiremp.it;

import java.util.ArrayList;
import java.util.List;

/** Collects what differs, in words. */
final class Differences {
    private final List<String> lines = new ArrayList<>();

    /** Notes a difference where the two values are not equal. */
    void compare(String what, Object stock, Object mp) {
        if (!stock.equals(mp)) {
            lines.add(what + ":\n  stock: " + indent(stock) + "\n  mp:    " + indent(mp));
        }
    }

    void add(String line) {
        lines.add(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private static String indent(Object value) {
        return value.toString().strip().replace("\n", "\n         ");
    }
}
