package io.github.surefiremp.plugin.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What mp:verify found, for people and for machines.
 *
 * @param outcomes in the order of the runs: stock, mp, and those that explain
 * @param complaints why the comparison itself is worth nothing or not everything
 */
record Verdict(List<Outcome> outcomes, List<Explained> differences, List<String> complaints, int forks, Path folder) {
    private static final int MOST_ROWS = 100;

    boolean isGood() {
        return differences.isEmpty() && complaints.isEmpty();
    }

    /** The table of differences, each with whose it is and a hint; empty if there are none. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!differences.isEmpty()) {
            List<Explained> shown = differences.subList(0, Math.min(MOST_ROWS, differences.size()));
            Table table = new Table("no.", "module", "reports", "class", "test", "stock Surefire", "mp");
            int number = 0;
            for (Explained explained : shown) {
                Difference one = explained.difference();
                number++;
                table.add(
                        String.valueOf(number),
                        one.module(),
                        one.className().isEmpty() && !one.file().isEmpty()
                                ? one.reports() + "/" + one.file()
                                : one.reports(),
                        one.className(),
                        one.test(),
                        one.stock(),
                        one.mp());
            }
            lines.addAll(table.lines());
            lines.add("");
            number = 0;
            for (Explained explained : shown) {
                number++;
                lines.add("no. " + number + ": " + explained.explanation().inWords(forks));
                Hints.of(explained).ifPresent(hint -> lines.add("       hint: " + hint));
            }
            if (shown.size() < differences.size()) {
                lines.add("… and " + (differences.size() - shown.size()) + " more, see verify.json");
            }
        }
        complaints.forEach(complaint -> lines.add("not compared: " + complaint));
        return lines;
    }

    /** What a user should know although nothing differs. */
    List<String> warnings() {
        return outcomes.get(0).modules().entrySet().stream()
                .filter(module -> module.getValue().equals(MavenLog.SKIPPED))
                .map(module -> "module " + module.getKey() + " was not built, because one that it needs failed; its"
                        + " tests were not compared; if tests failed there, add -Dmaven.test.failure.ignore")
                .toList();
    }

    /** One sentence. */
    String summary() {
        Outcome stock = outcomes.get(0);
        Outcome mp = outcomes.get(1);
        String compared = stock.tests() + " tests with stock Surefire, " + mp.tests() + " with mp";
        if (isGood()) {
            return "no difference: " + compared + "; exit code " + stock.exitCode() + " in both";
        }
        Map<String, Integer> kinds = new LinkedHashMap<>();
        differences.forEach(one -> kinds.merge(one.explanation().inWords(forks), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        kinds.forEach((kind, count) -> parts.add(count + " " + kind));
        complaints.forEach(complaint -> parts.add("not compared: " + complaint));
        if (differences.isEmpty()) {
            return String.join("; ", parts);
        }
        return differences.size() + (differences.size() == 1 ? " difference" : " differences") + " (" + compared + "): "
                + String.join("; ", parts);
    }

    String json() {
        Json json = new Json();
        json.open('{');
        json.key("format").value(1);
        json.key("differs").value(!isGood());
        json.key("runs").open('[');
        for (Outcome outcome : outcomes) {
            json.open('{');
            json.key("run").value(outcome.kind().label());
            json.key("exitCode").value(outcome.exitCode());
            json.key("millis").value(outcome.millis());
            json.key("tests").value(outcome.tests());
            json.key("notSuccessful").open('{');
            outcome.modules().forEach((module, result) -> json.key(module).value(result));
            json.close('}');
            json.key("executions").open('[');
            for (Note note : outcome.notes()) {
                json.open('{');
                json.key("module").value(note.module());
                json.key("execution").value(note.execution());
                json.key("np").value(note.np());
                json.key("why").value(note.why());
                json.close('}');
            }
            json.close(']');
            json.close('}');
        }
        json.close(']');
        json.key("differences").open('[');
        for (Explained explained : differences) {
            Difference one = explained.difference();
            json.open('{');
            json.key("what").value(one.aspect().name());
            json.key("module").value(one.module());
            json.key("reports").value(one.reports());
            json.key("file").value(one.file());
            json.key("class").value(one.className());
            json.key("test").value(one.test());
            json.key("stock").value(one.stock());
            json.key("mp").value(one.mp());
            json.key("explanation").value(explained.explanation().name());
            json.key("hint").value(Hints.of(explained).orElse(""));
            json.close('}');
        }
        json.close(']');
        json.key("notCompared").open('[');
        complaints.forEach(json::value);
        json.close(']');
        json.close('}');
        return json.text();
    }
}
