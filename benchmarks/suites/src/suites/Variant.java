package suites;

import java.util.ArrayList;
import java.util.List;

/**
 * One way to run the tests of a project.
 *
 * @param name as in {@code --variants}
 * @param arguments for Maven
 * @param runner who runs the tests
 * @param start what there is from earlier runs
 */
record Variant(String name, List<String> arguments, Runner runner, Start start) {
    enum Runner {
        /** No tests are run. */
        NOBODY,
        STOCK,
        MP
    }

    enum Start {
        /** As the run before left it. */
        AS_IT_IS,
        /** Without what mp keeps. */
        COLD,
        /** With a history: if there is none, mp runs once before, unmeasured. */
        SECOND,
        /** As SECOND, and a run before, unmeasured, left warm JVMs. All that are left afterwards are ended. */
        STANDBY
    }

    static final List<String> ALL =
            List.of("none", "stock-1", "stock-np", "threads", "mp-cold", "mp-second", "mp-standby");

    /**
     * @param np as mp takes it
     * @param workers how many that are
     */
    static Variant of(String name, String np, int workers) {
        List<String> mp = List.of("-Dmp.np=" + np);
        return switch (name) {
            case "none" -> new Variant(name, List.of("-DskipTests"), Runner.NOBODY, Start.AS_IT_IS);
            case "stock-np" -> stock(name, workers);
            case "threads" -> new Variant(name, threads(workers), Runner.STOCK, Start.AS_IT_IS);
            case "mp-cold" -> new Variant(name, mp, Runner.MP, Start.COLD);
            case "mp-second" -> new Variant(name, mp, Runner.MP, Start.SECOND);
            case "mp-standby" -> new Variant(name, List.of(mp.get(0), "-Dmp.standby=auto"), Runner.MP, Start.STANDBY);
            default -> {
                if (!name.matches("stock-[1-9][0-9]{0,2}")) {
                    throw new Mistake(name + " is not a variant; there are " + ALL + " and stock-N for N forks");
                }
                yield stock(name, Integer.parseInt(name.substring("stock-".length())));
            }
        };
    }

    /** @param definition a name, =, and arguments for Maven: of stock Surefire if the name says so, else of mp */
    static Variant custom(String definition) {
        int equals = definition.indexOf('=');
        if (equals < 1) {
            throw new Mistake("--also " + definition + " should be NAME=ARGUMENTS, such as --also 'whole=-Dmp.np=4'");
        }
        List<String> arguments = Options.words(definition.substring(equals + 1));
        String name = definition.substring(0, equals);
        return name.startsWith("stock")
                ? new Variant(name, arguments, Runner.STOCK, Start.AS_IT_IS)
                : new Variant(name, arguments, Runner.MP, Start.SECOND);
    }

    private static Variant stock(String name, int forks) {
        return new Variant(name, List.of("-DforkCount=" + forks, "-DreuseForks=true"), Runner.STOCK, Start.AS_IT_IS);
    }

    /** One stock fork in which Jupiter runs all that it may at the same time. */
    private static List<String> threads(int threads) {
        String parallel = "-Djunit.jupiter.execution.parallel.";
        List<String> arguments = new ArrayList<>(List.of("-DforkCount=1", "-DreuseForks=true"));
        arguments.add(parallel + "enabled=true");
        arguments.add(parallel + "mode.default=concurrent");
        arguments.add(parallel + "mode.classes.default=concurrent");
        arguments.add(parallel + "config.strategy=fixed");
        arguments.add(parallel + "config.fixed.parallelism=" + threads);
        return List.copyOf(arguments);
    }

    boolean runsTests() {
        return runner != Runner.NOBODY;
    }
}
