package leftbehind;

import java.util.TimeZone;

/** Does once for each JVM what its tests need, as many a base class does. */
abstract class Shared {
    static {
        System.setProperty("shared.url", "started");
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }
}
