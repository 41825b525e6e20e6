package soak;

import java.util.List;

/** What the command line says. */
record Options(int runs, long first, int np, List<String> arguments) {
    static Options parse(List<String> words) {
        int runs = 3;
        long first = 1;
        int np = 4;
        List<String> arguments = List.of();
        for (int i = 0; i < words.size(); i += 2) {
            String option = words.get(i);
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = words.get(i + 1);
            switch (option) {
                case "--runs" -> runs = Integer.parseInt(value);
                case "--first" -> first = Long.parseLong(value);
                case "--np" -> np = Integer.parseInt(value);
                case "--arguments" -> arguments = List.of(value.trim().split("\\s+"));
                default -> throw new IllegalArgumentException(
                        option + " is none of --runs, --first, --np, --arguments");
            }
        }
        return new Options(runs, first, np, arguments);
    }
}
