package suites;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** The suites that can be made. The same sizes make the same suite, but for how fast {@code cpu} finds the machine. */
enum SuiteKind {
    /** Many small classes whose tests do nothing: what is left is the price of running tests at all. */
    TINY("classes", "50", "tests", "500") {
        @Override
        List<TestClass> classes(Sizes sizes) {
            return named(even(trivial(sizes.number("tests")), sizes.number("classes")));
        }
    },

    /** Tests that wait, most of them shortly and a few of them long, in classes of all sizes. */
    SLEEPING("classes", "50", "tests", "200", "min", "10", "max", "2000", "seed", "1") {
        @Override
        List<TestClass> classes(Sizes sizes) {
            Random random = new Random(sizes.number("seed"));
            double min = sizes.number("min");
            double max = sizes.number("max");
            List<String> bodies = IntStream.range(0, sizes.number("tests"))
                    .mapToObj(i -> Work.sleeping(Math.round(min * Math.pow(max / min, random.nextDouble()))))
                    .toList();
            return named(uneven(bodies, sizes.number("classes"), random));
        }
    },

    /** One class has most of the work, in methods that do not need each other; all tests wait equally long. */
    SKEWED("classes", "20", "tests", "200", "millis", "200", "share", "60") {
        @Override
        List<TestClass> classes(Sizes sizes) {
            int tests = sizes.number("tests");
            int together = tests * sizes.number("share") / 100;
            String body = Work.sleeping(sizes.number("millis"));
            List<TestClass> classes = new ArrayList<>();
            classes.add(new TestClass("LongTest", IntStream.range(0, together).mapToObj(i -> body).toList()));
            List<String> others = IntStream.range(together, tests).mapToObj(i -> body).toList();
            classes.addAll(named(even(others, sizes.number("classes"))));
            return classes;
        }
    },

    /** Tests that compute: a fixed number of rounds, measured out before so that all of them take so many seconds. */
    CPU("classes", "40", "tests", "200", "seconds", "60", "seed", "1", "roundsPerMilli", "0") {
        @Override
        List<TestClass> classes(Sizes sizes) {
            Random random = new Random(sizes.number("seed"));
            double[] weights = random.doubles(sizes.number("tests"), 0.2, 1.8).toArray();
            double sum = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
            double micros = sizes.number("seconds") * 1e6 / sum;
            List<String> bodies = IntStream.range(0, weights.length)
                    .mapToObj(i -> Work.computing(Math.round(weights[i] * micros)))
                    .toList();
            return named(uneven(bodies, sizes.number("classes"), random));
        }
    },

    /** As tiny, but so many that whatever is done for each test shows. */
    HUGE("classes", "2000", "tests", "100000") {
        @Override
        List<TestClass> classes(Sizes sizes) {
            return TINY.classes(sizes);
        }
    };

    private final Sizes defaults;

    SuiteKind(String... defaults) {
        this.defaults = Sizes.of(defaults);
    }

    abstract List<TestClass> classes(Sizes sizes);

    Sizes defaults() {
        return defaults;
    }

    String packageName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> trivial(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "assertEquals(" + (i + 7) + ", " + i + " + 7);")
                .toList();
    }

    /** As many in each class, one more in the first ones where that does not come out even. */
    private static List<List<String>> even(List<String> bodies, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(c -> IntStream.iterate(c, i -> i < bodies.size(), i -> i + classes)
                        .mapToObj(bodies::get)
                        .toList())
                .toList();
    }

    /** Each in a class that chance chooses, but none stays empty if there are enough. */
    private static List<List<String>> uneven(List<String> bodies, int classes, Random random) {
        List<List<String>> dealt = new ArrayList<>();
        IntStream.range(0, classes).forEach(c -> dealt.add(new ArrayList<>()));
        for (int i = 0; i < bodies.size(); i++) {
            dealt.get(i < classes ? i : random.nextInt(classes)).add(bodies.get(i));
        }
        return dealt;
    }

    private static List<TestClass> named(List<List<String>> bodies) {
        return IntStream.range(0, bodies.size())
                .filter(i -> !bodies.get(i).isEmpty())
                .mapToObj(i -> new TestClass(String.format("C%04dTest", i + 1), bodies.get(i)))
                .toList();
    }
}
