package io.github.surefiremp.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A folder of Surefire reports: every test case of its {@code TEST-*.xml} files.
 *
 * @param suites by file name
 */
public record Reports(Map<String, Suite> suites) {

    /** How a test case ended. */
    public enum Status {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED,
        /** Passed at last, after a failed attempt. */
        FLAKY,
        /** Failed again in each further attempt. */
        RERUN
    }

    /** The numbers that a suite gives of itself. */
    public record Counts(int tests, int failures, int errors, int skipped, int flakes) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    tests + other.tests,
                    failures + other.failures,
                    errors + other.errors,
                    skipped + other.skipped,
                    flakes + other.flakes);
        }
    }

    /**
     * One failed or skipped attempt.
     *
     * @param kind the element's name, such as {@code failure} or {@code rerunError}
     * @param trace without the frames below the test's own
     */
    public record Problem(String kind, String type, String message, String trace, String output) {}

    /**
     * One {@code <testcase>}.
     *
     * @param suiteFile the name of the file it is in
     * @param problems in the order of the file; none where it passed
     */
    public record TestCase(
            String suiteFile,
            String className,
            String name,
            Status status,
            List<Problem> problems,
            String systemOut,
            String systemErr) {

        /** The type of the first problem, or an empty string. */
        public String failureType() {
            return problems.isEmpty() ? "" : problems.get(0).type();
        }

        /** The message of the first problem, or an empty string. */
        public String failureMessage() {
            return problems.isEmpty() ? "" : problems.get(0).message();
        }

        String id() {
            return suiteFile + " " + className + "#" + name;
        }
    }

    /**
     * One {@code TEST-*.xml}.
     *
     * @param testCases sorted by class, name and status
     */
    public record Suite(
            String file, String name, Counts counts, List<TestCase> testCases, String systemOut, String systemErr) {}

    private static final Comparator<TestCase> ORDER = Comparator.comparing(TestCase::suiteFile)
            .thenComparing(TestCase::className)
            .thenComparing(TestCase::name)
            .thenComparing(TestCase::status)
            .thenComparing(testCase -> testCase.problems().toString())
            .thenComparing(TestCase::systemOut);

    /** Reads each {@code TEST-*.xml} of the folder; a folder that is not there has none. */
    public static Reports load(Path directory) throws IOException {
        Map<String, Suite> suites = new TreeMap<>();
        for (String name : names(directory, ".xml")) {
            if (name.startsWith("TEST-")) {
                suites.put(name, suite(directory.resolve(name)));
            }
        }
        return new Reports(suites);
    }

    /** All test cases, sorted by file, class, name and status. */
    public List<TestCase> testCases() {
        return suites.values().stream()
                .flatMap(suite -> suite.testCases().stream())
                .sorted(ORDER)
                .toList();
    }

    /** The sum over all suites. */
    public Counts counts() {
        return suites.values().stream().map(Suite::counts).reduce(Counts.NONE, Counts::plus);
    }

    /**
     * What differs between the reports in two folders, in words; empty when nothing does. Compares the names of the
     * XML and text files, each suite's name, counts and output, each test case's status, problems and output, and the
     * text files. Leaves out times, properties, and the stack frames below a test's own.
     */
    public static List<String> compare(Path stockDir, Path mpDir) throws IOException {
        Differences differences = new Differences();
        for (String suffix : List.of(".xml", ".txt")) {
            SortedSet<String> stock = names(stockDir, suffix);
            SortedSet<String> mp = names(mpDir, suffix);
            minus(stock, mp).forEach(name -> differences.add("only in stock: " + name));
            minus(mp, stock).forEach(name -> differences.add("only in mp: " + name));
        }
        Map<String, Suite> stock = load(stockDir).suites();
        Map<String, Suite> mp = load(mpDir).suites();
        stock.forEach((file, suite) -> {
            Suite other = mp.get(file);
            if (other != null) {
                compare(suite, other, differences);
            }
        });
        TxtReports.compare(stockDir, mpDir, differences);
        return differences.lines();
    }

    private static void compare(Suite stock, Suite mp, Differences differences) {
        String file = stock.file();
        differences.compare(file + " name", stock.name(), mp.name());
        differences.compare(file + " counts", stock.counts(), mp.counts());
        differences.compare(file + " system-out", stock.systemOut(), mp.systemOut());
        differences.compare(file + " system-err", stock.systemErr(), mp.systemErr());

        Map<String, List<TestCase>> mpCases = byId(mp);
        byId(stock).forEach((id, cases) -> {
            List<TestCase> others = mpCases.remove(id);
            if (others == null) {
                differences.add("only in stock: " + cases.size() + " × " + id);
                return;
            }
            differences.compare(id + " occurrences", cases.size(), others.size());
            for (int i = 0; i < Math.min(cases.size(), others.size()); i++) {
                compare(cases.get(i), others.get(i), differences);
            }
        });
        mpCases.forEach((id, cases) -> differences.add("only in mp: " + cases.size() + " × " + id));
    }

    private static void compare(TestCase stock, TestCase mp, Differences differences) {
        String id = stock.id();
        differences.compare(id + " status", stock.status(), mp.status());
        differences.compare(id + " system-out", stock.systemOut(), mp.systemOut());
        differences.compare(id + " system-err", stock.systemErr(), mp.systemErr());
        differences.compare(
                id + " number of problems",
                stock.problems().size(),
                mp.problems().size());
        for (int i = 0; i < Math.min(stock.problems().size(), mp.problems().size()); i++) {
            Problem problem = stock.problems().get(i);
            Problem other = mp.problems().get(i);
            differences.compare(id + " problem", problem.kind(), other.kind());
            differences.compare(id + " " + problem.kind() + " type", problem.type(), other.type());
            differences.compare(id + " " + problem.kind() + " message", problem.message(), other.message());
            differences.compare(id + " " + problem.kind() + " trace", problem.trace(), other.trace());
            differences.compare(id + " " + problem.kind() + " output", problem.output(), other.output());
        }
    }

    private static Map<String, List<TestCase>> byId(Suite suite) {
        Map<String, List<TestCase>> byId = new TreeMap<>();
        suite.testCases()
                .forEach(testCase -> byId.computeIfAbsent(testCase.id(), id -> new ArrayList<>())
                        .add(testCase));
        return byId;
    }

    private static SortedSet<String> minus(SortedSet<String> from, SortedSet<String> what) {
        SortedSet<String> rest = new TreeSet<>(from);
        rest.removeAll(what);
        return rest;
    }

    static SortedSet<String> names(Path directory, String suffix) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(suffix))
                    .forEach(names::add);
        } catch (NoSuchFileException e) {
            return names;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return names;
    }

    private static Suite suite(Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        Element root = parse(path).getDocumentElement();
        List<TestCase> testCases = children(root, "testcase").stream()
                .map(element -> testCase(file, element))
                .sorted(ORDER)
                .toList();
        return new Suite(
                file,
                root.getAttribute("name"),
                new Counts(
                        count(root, "tests"),
                        count(root, "failures"),
                        count(root, "errors"),
                        count(root, "skipped"),
                        count(root, "flakes")),
                testCases,
                text(root, "system-out"),
                text(root, "system-err"));
    }

    private static TestCase testCase(String file, Element element) {
        List<Problem> problems = new ArrayList<>();
        Status status = Status.PASSED;
        for (Element child : children(element)) {
            switch (child.getTagName()) {
                case "failure" -> status = Status.FAILURE;
                case "error" -> status = Status.ERROR;
                case "skipped" -> status = Status.SKIPPED;
                case "flakyFailure", "flakyError" -> status = Status.FLAKY;
                case "rerunFailure", "rerunError" -> status = Status.RERUN;
                default -> {
                    continue;
                }
            }
            problems.add(problem(child));
        }
        return new TestCase(
                file,
                element.getAttribute("classname"),
                element.getAttribute("name"),
                status,
                List.copyOf(problems),
                text(element, "system-out"),
                text(element, "system-err"));
    }

    private static Problem problem(Element element) {
        // A rerun's or a flaky attempt's trace and output are elements of their own.
        List<Element> traces = children(element, "stackTrace");
        String trace = traces.isEmpty()
                ? children(element).isEmpty() ? element.getTextContent() : ""
                : traces.get(0).getTextContent();
        return new Problem(
                element.getTagName(),
                element.getAttribute("type"),
                element.getAttribute("message"),
                Traces.maskFrames(trace),
                text(element, "system-out") + text(element, "system-err"));
    }

    private static int count(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String text(Element parent, String name) {
        StringBuilder text = new StringBuilder();
        children(parent, name).forEach(child -> text.append(child.getTextContent()));
        return text.toString();
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("cannot read " + file, e);
        }
    }
}
