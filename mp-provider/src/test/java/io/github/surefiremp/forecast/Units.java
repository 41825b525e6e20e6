package io.github.surefiremp.forecast;

import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Units with the figures that a test gives them. */
final class Units {
    private final Map<String, UnitWork> work = new HashMap<>();

    Unit free(String name, double millis) {
        return add(new Unit(name, List.of(name)), millis, 1);
    }

    Unit withTests(String name, double millis, int tests) {
        return add(new Unit(name, List.of(name)), millis, tests);
    }

    Unit computing(String name, double millis) {
        Unit unit = free(name, millis);
        work.put(name, new UnitWork(millis, 1, 1));
        return unit;
    }

    Unit group(String group, Strategy strategy, double millis, String... classes) {
        String name = strategy.isSerial() ? "group \"" + group + "\"" : classes[0];
        List<ClassPart> parts = Arrays.stream(classes).map(ClassPart::whole).toList();
        return add(new Unit(name, parts, group, strategy, Set.of(), false), millis, classes.length);
    }

    Unit writing(String name, String lock, double millis) {
        return add(
                new Unit(
                        name,
                        List.of(ClassPart.whole(name)),
                        "",
                        Strategy.FREE,
                        Set.of(new LockNeed(lock, true)),
                        false),
                millis,
                1);
    }

    Unit fresh(String name, double millis) {
        return add(new Unit(name, List.of(ClassPart.whole(name)), "", Strategy.FREE, Set.of(), true), millis, 1);
    }

    private Unit add(Unit unit, double millis, int tests) {
        work.put(unit.name(), new UnitWork(millis, 0, tests));
        return unit;
    }

    Function<Unit, UnitWork> work() {
        return unit -> {
            UnitWork found = work.get(unit.name());
            if (found == null) {
                throw new AssertionError("nobody said how long " + unit.name() + " takes");
            }
            return found;
        };
    }
}
