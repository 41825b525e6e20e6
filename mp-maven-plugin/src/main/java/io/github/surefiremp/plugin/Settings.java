package io.github.surefiremp.plugin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The settings of one module. A property of the command line beats the configuration, that beats a property of the POM,
 * that the default.
 */
final class Settings {
    /** What mp.granularity may be, the default first. */
    static final List<String> GRANULARITIES = List.of("auto", "class", "method");

    private static final int NEAR = 2;
    private static final int MOST_THREADS = 1000;

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);
    private final List<String> warnings = new ArrayList<>();

    /**
     * A value and where it is from.
     *
     * @param origin for messages, such as {@code -Dmp.np}
     */
    record Value(String text, String origin) {
        /** Whether this one is from a place that beats the other's. */
        boolean beats(Value other) {
            return rank() < other.rank();
        }

        /** Whether both are from the same place. */
        boolean isBesides(Value other) {
            return rank() == other.rank();
        }

        private int rank() {
            return origin.startsWith("-D") ? 0 : origin.startsWith("<") ? 1 : 2;
        }
    }

    /**
     * @param command properties of the command line
     * @param configuration elements of the plugin's configuration
     * @param pom properties of the POM
     * @throws SettingException if the configuration has an element that is no setting
     */
    Settings(Properties command, Map<String, String> configuration, Properties pom) throws SettingException {
        for (String element : configuration.keySet()) {
            if (Setting.ofElement(element).isEmpty()) {
                throw new SettingException("<" + element + "> in the <configuration> of mp-maven-plugin is no setting"
                        + " of mp; the settings are: " + Setting.allElements());
            }
        }
        for (Setting setting : Setting.values()) {
            String property = setting.property();
            String configured = configuration.get(setting.element());
            if (command.getProperty(property) != null) {
                values.put(setting, new Value(command.getProperty(property), "-D" + property));
            } else if (configured != null) {
                values.put(setting, new Value(configured, "<" + setting.element() + ">"));
            } else if (pom.getProperty(property) != null) {
                values.put(setting, new Value(pom.getProperty(property), "property " + property));
            }
        }
        for (String name : command.stringPropertyNames()) {
            nearMiss(name)
                    .ifPresent(meant ->
                            warnings.add("mp: -D" + name + " is no setting of mp; did you mean -D" + meant + "?"));
        }
    }

    /** What the user should be told. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    Optional<Value> get(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** np under either of its names; both at once are an error unless they say the same. */
    Optional<Value> np() throws SettingException {
        Optional<Value> np = get(Setting.NP);
        Optional<Value> other = get(Setting.NUM_PROCESSES);
        if (np.isPresent()
                && other.isPresent()
                && np.get().isBesides(other.get())
                && !np.get().text().equals(other.get().text())) {
            throw new SettingException(np.get().origin() + "=" + np.get().text() + " and "
                    + other.get().origin() + "=" + other.get().text()
                    + " name the same setting with two values; keep one of them");
        }
        boolean otherWins = np.isEmpty() || (other.isPresent() && other.get().beats(np.get()));
        return otherWins ? other : np;
    }

    boolean flag(Setting setting) throws SettingException {
        return flag(setting, false);
    }

    boolean flag(Setting setting, boolean defaultValue) throws SettingException {
        Optional<Value> value = get(setting);
        if (value.isEmpty()) {
            return defaultValue;
        }
        return switch (value.get().text().trim()) {
            case "true", "" -> true;
            case "false" -> false;
            default ->
                throw new SettingException(
                        value.get().origin() + "=" + value.get().text() + " must be true or false");
        };
    }

    /**
     * One of some words, in lower case.
     *
     * @param words the allowed ones, the default first
     */
    String word(Setting setting, List<String> words) throws SettingException {
        Optional<Value> value = get(setting);
        if (value.isEmpty()) {
            return words.get(0);
        }
        String text = value.get().text().trim();
        if (!words.contains(text)) {
            throw new SettingException(
                    value.get().origin() + "=" + value.get().text() + " must be one of " + String.join(", ", words));
        }
        return text;
    }

    /**
     * How many standby JVMs there may be.
     *
     * @param np how many workers there are
     */
    int standby(int np) throws SettingException {
        Optional<Value> value = get(Setting.STANDBY);
        String text = value.map(Value::text).orElse("off").trim();
        if (text.equals("off")) {
            return 0;
        }
        if (text.equals("auto")) {
            return np;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return Math.min(np, number);
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is too small.
        }
        throw new SettingException(
                value.map(Value::origin).orElse("") + "=" + text + " must be off, auto or a whole number from 0 on");
    }

    /**
     * On how many threads each worker runs what is marked parallelizable, at least 1.
     *
     * @param np how many workers there are
     */
    int threads(int np, int cores) throws SettingException {
        Optional<Value> value = get(Setting.THREADS);
        String text = value.map(Value::text).orElse("0").trim();
        if (text.equals("auto")) {
            return Math.max(1, cores / Math.max(1, np));
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= MOST_THREADS) {
                return Math.max(1, number);
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is out of range.
        }
        throw new SettingException(value.map(Value::origin).orElse("") + "=" + text
                + " must be auto or a whole number from 0 to " + MOST_THREADS);
    }

    int number(Setting setting, int least, int defaultValue) throws SettingException {
        Optional<Value> value = get(setting);
        if (value.isEmpty()) {
            return defaultValue;
        }
        try {
            int number = Integer.parseInt(value.get().text().trim());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is too small.
        }
        throw new SettingException(
                value.get().origin() + "=" + value.get().text() + " must be a whole number from " + least + " on");
    }

    /** The setting that a property of the command line probably meant; {@code mp.} is MicroProfile's prefix too. */
    private static Optional<String> nearMiss(String name) {
        if (!name.startsWith("mp.") || Setting.ofProperty(name).isPresent()) {
            return Optional.empty();
        }
        for (Setting setting : Setting.values()) {
            int far = distance(name.substring(3), setting.element());
            if (far <= Math.min(NEAR, Math.max(1, setting.element().length() - 2))) {
                return Optional.of(setting.property());
            }
        }
        return Optional.empty();
    }

    /** How many letters have to be changed, added or removed (Levenshtein), case aside. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                char a = Character.toLowerCase(one.charAt(i - 1));
                char b = Character.toLowerCase(other.charAt(j - 1));
                int changed = diagonal + (a == b ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
