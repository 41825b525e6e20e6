package io.github.surefiremp.plugin.verify;

import io.github.surefiremp.plugin.verify.Difference.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two runs: report files, test cases with how often they are there, outcomes, types and first lines of
 * messages, the numbers of the suites, Failsafe's summaries, modules and exit codes. Leaves out times, output, stack
 * traces and the {@code <properties>} of the reports.
 */
final class Comparison {
    /** What {@code Object.toString} writes; it is another one in each JVM. */
    private static final Pattern IDENTITY = Pattern.compile("(?<=[\\w$\\];])@[0-9a-f]{1,8}\\b");

    private final List<Difference> found = new ArrayList<>();

    private Comparison() {}

    static List<Difference> of(Outcome stock, Outcome other) {
        Comparison comparison = new Comparison();
        Set<ReportFolder> folders = new LinkedHashSet<>(stock.reports().keySet());
        folders.addAll(other.reports().keySet());
        folders.forEach(folder -> comparison.new Folder(folder).compare(stock.in(folder), other.in(folder)));
        comparison.builds(stock, other);
        return List.copyOf(comparison.found);
    }

    static String withoutIdentity(String text) {
        return IDENTITY.matcher(text).replaceAll("@…");
    }

    private void builds(Outcome stock, Outcome other) {
        for (String module : union(stock.modules().keySet(), other.modules().keySet())) {
            String one = stock.modules().getOrDefault(module, MavenLog.SUCCESS);
            String two = other.modules().getOrDefault(module, MavenLog.SUCCESS);
            if (!one.equals(two)) {
                build(module, one, two, other.errors().isEmpty() ? stock : other);
            }
        }
        if (stock.exitCode() != other.exitCode()) {
            build(
                    "(all)",
                    "exit code " + stock.exitCode(),
                    "exit code " + other.exitCode(),
                    other.exitCode() == 0 ? stock : other);
        }
    }

    private void build(String module, String stock, String other, Outcome run) {
        String errors = String.join("\n", run.errors());
        found.add(new Difference(Aspect.BUILD, module, "", "", "", "", stock, other, errors));
    }

    private final class Folder {
        private final ReportFolder folder;

        Folder(ReportFolder folder) {
            this.folder = folder;
        }

        void compare(Reports stock, Reports other) {
            for (String file : union(stock.suites().keySet(), other.suites().keySet())) {
                Suite one = stock.suites().get(file);
                Suite two = other.suites().get(file);
                if (one == null || two == null) {
                    // What cannot be read is told below.
                    if (!stock.unreadable().containsKey(file)
                            && !other.unreadable().containsKey(file)) {
                        add(Aspect.PRESENCE, file, "", "", inWords(one), inWords(two), "");
                    }
                } else {
                    suites(one, two, stock.textFiles(), other.textFiles());
                }
            }
            maps(Aspect.FILE, stock.unreadable(), other.unreadable(), "readable or not there");
            maps(Aspect.SUMMARY, stock.summaries(), other.summaries(), Difference.NOT_THERE);
        }

        private void suites(Suite stock, Suite other, SortedSet<String> stockTexts, SortedSet<String> otherTexts) {
            int before = found.size();
            Map<List<String>, List<TestCase>> one = byId(stock);
            Map<List<String>, List<TestCase>> two = byId(other);
            for (List<String> id : union(one.keySet(), two.keySet())) {
                testCases(stock.file(), id, one.getOrDefault(id, List.of()), two.getOrDefault(id, List.of()));
            }
            if (found.size() == before) {
                // Otherwise the numbers only say the same again.
                maps(stock.file(), stock.counts(), other.counts());
            }
            String text = stock.textFile();
            if (stockTexts.contains(text) != otherTexts.contains(text)) {
                add(Aspect.FILE, text, "", "", thereOrNot(stockTexts, text), thereOrNot(otherTexts, text), "");
            }
        }

        private void testCases(String file, List<String> id, List<TestCase> stock, List<TestCase> other) {
            String words = all(stock, TestCase::shown);
            String otherWords = all(other, TestCase::shown);
            Aspect aspect;
            if (stock.size() != other.size()) {
                aspect = Aspect.PRESENCE;
            } else if (!all(stock, TestCase::outcome).equals(all(other, TestCase::outcome))) {
                aspect = Aspect.OUTCOME;
            } else if (!words.equals(otherWords)) {
                aspect = Aspect.DETAIL;
            } else {
                return;
            }
            List<TestCase> failed = other.stream().anyMatch(test -> !test.text().isEmpty()) ? other : stock;
            String text = failed.stream().map(TestCase::text).collect(Collectors.joining("\n"));
            add(aspect, file, id.get(0), id.get(1), words, otherWords, text);
        }

        private void maps(Aspect aspect, Map<String, String> stock, Map<String, String> other, String missing) {
            for (String file : union(stock.keySet(), other.keySet())) {
                String one = stock.getOrDefault(file, missing);
                String two = other.getOrDefault(file, missing);
                if (!one.equals(two)) {
                    add(aspect, file, "", "", one, two, "");
                }
            }
        }

        private void maps(String file, Map<String, String> stock, Map<String, String> other) {
            if (!stock.equals(other)) {
                Set<String> names = union(stock.keySet(), other.keySet());
                names.removeIf(name -> stock.getOrDefault(name, "").equals(other.getOrDefault(name, "")));
                Function<Map<String, String>, String> shown = counts -> names.stream()
                        .map(name -> name + "=" + counts.getOrDefault(name, ""))
                        .collect(Collectors.joining(" "));
                add(Aspect.COUNTS, file, "", "", shown.apply(stock), shown.apply(other), "");
            }
        }

        private void add(
                Aspect aspect, String file, String className, String test, String stock, String other, String text) {
            found.add(
                    new Difference(aspect, folder.module(), folder.name(), file, className, test, stock, other, text));
        }
    }

    private static Map<List<String>, List<TestCase>> byId(Suite suite) {
        return suite.testCases().stream()
                .collect(Collectors.groupingBy(
                        test -> List.of(withoutIdentity(test.className()), withoutIdentity(test.name())),
                        () -> new TreeMap<>(Comparator.comparing(Object::toString)),
                        Collectors.toList()));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static String all(List<TestCase> cases, Function<TestCase, String> what) {
        return switch (cases.size()) {
            case 0 -> Difference.NOT_THERE;
            case 1 -> withoutIdentity(what.apply(cases.get(0)));
            default ->
                new TreeMap<>(cases.stream()
                                .map(what)
                                .map(Comparison::withoutIdentity)
                                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                        .entrySet().stream()
                                .map(entry -> entry.getValue() + " × " + entry.getKey())
                                .collect(Collectors.joining(", "));
        };
    }

    private static String inWords(@Nullable Suite suite) {
        return suite == null ? Difference.NOT_THERE : suite.testCases().size() + " tests";
    }

    private static String thereOrNot(SortedSet<String> files, String name) {
        return files.contains(name) ? "there" : Difference.NOT_THERE;
    }
}
