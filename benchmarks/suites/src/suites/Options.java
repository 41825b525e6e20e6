package suites;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line: options with a value, flags without, and the rest. */
final class Options {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();

    Options(List<String> arguments, Set<String> known) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                rest.add(argument);
            } else if (!known.contains(argument)) {
                throw new Mistake(argument + " is not an option; there are " + known);
            } else if (i + 1 == arguments.size()) {
                throw new Mistake(argument + " needs a value");
            } else {
                values.computeIfAbsent(argument, a -> new ArrayList<>()).add(arguments.get(++i));
            }
        }
    }

    List<String> rest() {
        return rest;
    }

    String one(String option, String otherwise) {
        List<String> given = all(option);
        return given.isEmpty() ? otherwise : given.get(given.size() - 1);
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    int number(String option, int otherwise) {
        String given = one(option, String.valueOf(otherwise));
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new Mistake(option + " " + given + " is not a whole number");
        }
    }

    /** What blanks separate. */
    static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
