package io.github.surefiremp.run;

import java.util.List;
import java.util.TimeZone;

/** Has a static initialiser. */
final class CarelessOnce {
    static final List<String> LIST = List.of();

    private CarelessOnce() {}

    static void zone() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    }
}
