package io.github.surefiremp.plugin.plan;

import io.github.surefiremp.forecast.PlannedRun;
import io.github.surefiremp.forecast.PlannedRun.PlannedSetUp;
import io.github.surefiremp.forecast.PlannedRun.PlannedUnit;
import io.github.surefiremp.forecast.Seconds;
import io.github.surefiremp.plugin.verify.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan for people, and for programs. */
final class PlanText {
    private PlanText() {}

    /**
     * For people.
     *
     * @param limit how many units are shown of each execution; 0 for all
     */
    static List<String> lines(List<PlannedRun> runs, int limit) {
        List<String> lines = new ArrayList<>();
        for (PlannedRun run : runs) {
            lines.add(run.module() + " " + run.execution());
            String workers = "np=" + run.np() + ", " + count(run.workers(), "worker") + ": " + run.why();
            lines.add("  " + workers);
            if (run.isTimed()) {
                lines.add("  ends after about " + Seconds.text(run.endMillis()) + ", the first unit starts after "
                        + Seconds.text(run.readyMillis()) + "; all units together take "
                        + Seconds.text(run.bound().workMillis()));
                lines.add("  no order of these units could end before "
                        + Seconds.text(run.bound().millis()) + " with np=" + run.np() + ": "
                        + run.bound().words());
                if (run.unknown() > 0) {
                    lines.add("  of " + run.unknown() + " of the "
                            + count(run.units().size(), "unit")
                            + " it is not known how long they take; each counts as the median of the others");
                }
            } else {
                lines.add("  how long it takes is not known before the tests have run once with mp");
            }
            units(run, limit, lines);
            if (!run.others().isEmpty()) {
                lines.add("  with another np:");
                run.others()
                        .forEach(other -> lines.add(String.format(
                                Locale.ROOT,
                                "    np=%-3d %9s  %s",
                                other.np(),
                                Seconds.text(other.endMillis()),
                                count(other.workers(), "worker"))));
            }
            shares(run, lines);
            setUps(run, lines);
            run.advice()
                    .ifPresent(advice -> lines.add("  what would help most: " + advice.what() + ": "
                            + Seconds.text(advice.fromMillis()) + " → " + Seconds.text(advice.toMillis())));
        }
        return lines;
    }

    private static void shares(PlannedRun run, List<String> lines) {
        if (run.shares().isEmpty()) {
            return;
        }
        long end = run.shares().stream()
                .mapToLong(PlannedRun.Share::endMillis)
                .max()
                .orElse(0);
        lines.add("  on " + count(run.shares().size(), "machine") + " with np=" + run.np() + " each"
                + (run.isTimed() ? ", it ends after about " + Seconds.text(end) : "") + ":");
        run.shares()
                .forEach(share -> lines.add(String.format(
                        Locale.ROOT,
                        "    mp.shard=%-3d %9s  %s, %s",
                        share.shard(),
                        run.isTimed() ? Seconds.text(share.endMillis()) : "",
                        count(share.units(), "unit"),
                        count(share.tests(), "test"))));
    }

    private static void setUps(PlannedRun run, List<String> lines) {
        if (run.setUps().isEmpty()) {
            return;
        }
        int times = run.setUps().stream().mapToInt(PlannedSetUp::times).sum();
        lines.add("  " + count(run.setUps().size(), "set-up") + " that a worker keeps"
                + (run.isTimed() ? ", done " + count(times, "time") : "") + ":");
        for (PlannedSetUp one : run.setUps()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "    %9s  %s (%s%s%s)",
                    one.known() ? Seconds.text(one.millis()) : "",
                    one.name(),
                    count(one.units(), "unit"),
                    run.isTimed() && one.times() != 1 ? ", " + count(one.times(), "time") : "",
                    one.known() ? "" : ", not known"));
        }
    }

    private static void units(PlannedRun run, int limit, List<String> lines) {
        int shown =
                limit <= 0 ? run.units().size() : Math.min(limit, run.units().size());
        lines.add("  " + count(run.units().size(), "unit") + " in the order in which they start:");
        for (PlannedUnit unit : run.units().subList(0, shown)) {
            String group = unit.group().isEmpty() ? "" : ", group " + unit.group() + " " + unit.strategy();
            String what = unit.name() + " (" + count(unit.tests(), "test") + group + (unit.known() ? "" : ", not known")
                    + ")";
            lines.add(
                    unit.worker() == 0
                            ? "    " + what
                            : String.format(
                                    Locale.ROOT,
                                    "    worker %-3d %9s – %-9s %s",
                                    unit.worker(),
                                    Seconds.text(unit.startMillis()),
                                    Seconds.text(unit.endMillis()),
                                    what));
        }
        if (shown < run.units().size()) {
            lines.add("    and " + (run.units().size() - shown) + " more; -Dmp.limit=0 shows all");
        }
    }

    /** For programs: an array with an object for each execution; times are milliseconds. */
    static String json(List<PlannedRun> runs) {
        Json json = new Json();
        json.open('[');
        for (PlannedRun run : runs) {
            json.open('{')
                    .put("module", run.module())
                    .put("execution", run.execution())
                    .put("np", run.np())
                    .put("workers", run.workers())
                    .put("why", run.why())
                    .put("unknownUnits", run.unknown());
            if (run.isTimed()) {
                json.put("readyMillis", run.readyMillis())
                        .put("endMillis", run.endMillis())
                        .put("workMillis", run.bound().workMillis())
                        .put("lowerBoundMillis", run.bound().millis())
                        .put("boundBy", run.bound().words());
            }
            json.key("units").open('[');
            for (PlannedUnit unit : run.units()) {
                json.open('{').put("unit", unit.name()).put("tests", unit.tests());
                if (unit.worker() > 0) {
                    json.put("worker", unit.worker())
                            .put("startMillis", unit.startMillis())
                            .put("endMillis", unit.endMillis());
                }
                if (!unit.group().isEmpty()) {
                    json.put("group", unit.group()).put("strategy", unit.strategy());
                }
                json.put("known", unit.known()).close('}');
            }
            json.close(']').key("otherNp").open('[');
            run.others()
                    .forEach(other -> json.open('{')
                            .put("np", other.np())
                            .put("workers", other.workers())
                            .put("endMillis", other.endMillis())
                            .close('}'));
            json.close(']').key("shards").open('[');
            run.shares().forEach(share -> {
                json.open('{')
                        .put("shard", share.shard())
                        .put("units", share.units())
                        .put("tests", share.tests());
                if (run.isTimed()) {
                    json.put("workers", share.workers()).put("endMillis", share.endMillis());
                }
                json.close('}');
            });
            json.close(']').key("setUps").open('[');
            run.setUps().forEach(one -> {
                json.open('{').put("setUp", one.name()).put("units", one.units());
                if (run.isTimed()) {
                    json.put("times", one.times());
                }
                json.put("millis", one.millis()).put("known", one.known()).close('}');
            });
            json.close(']');
            run.advice()
                    .ifPresent(advice -> json.put("advice", advice.what())
                            .put("adviceFromMillis", advice.fromMillis())
                            .put("adviceToMillis", advice.toMillis()));
            json.close('}');
        }
        return json.close(']').text().trim();
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
