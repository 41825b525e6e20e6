package suites;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sizes of a suite: its defaults, and what the command line has instead. */
final class Sizes {
    private final Map<String, String> values;

    private Sizes(Map<String, String> values) {
        this.values = values;
    }

    /** @param defaults a name and a value in turn */
    static Sizes of(String... defaults) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < defaults.length; i += 2) {
            values.put(defaults[i], defaults[i + 1]);
        }
        return new Sizes(values);
    }

    /** @param settings each a name, =, and a value */
    Sizes with(List<String> settings) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 0 || !changed.containsKey(setting.substring(0, equals))) {
                throw new Mistake(setting + " is not a size of this suite; it has " + values);
            }
            changed.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Sizes(changed);
    }

    /** Whether this is one of them. */
    boolean has(String setting) {
        return values.containsKey(setting.split("=", 2)[0]);
    }

    String text(String name) {
        return values.get(name);
    }

    int number(String name) {
        try {
            return Integer.parseInt(values.get(name));
        } catch (NumberFormatException e) {
            throw new Mistake(name + "=" + values.get(name) + " is not a whole number");
        }
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
