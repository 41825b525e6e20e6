package soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads Surefire's reports, and checks that each one's totals are those of its tests. */
final class ReportFiles {
    private static final List<String> KINDS = List.of("failure", "error", "skipped");

    private ReportFiles() {}

    static Map<String, Outcome> read(Path folder, List<String> problems) throws Exception {
        Map<String, Outcome> outcomes = new TreeMap<>();
        for (Path file : files(folder)) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            Element suite = document.getDocumentElement();
            Map<String, Integer> counted = new TreeMap<>();
            NodeList tests = suite.getElementsByTagName("testcase");
            for (int i = 0; i < tests.getLength(); i++) {
                Outcome outcome = outcome((Element) tests.item(i));
                counted.merge(outcome.kind(), 1, Integer::sum);
                outcomes.merge(
                        outcome.test(),
                        outcome,
                        (a, b) -> new Outcome(b.test(), b.kind(), b.text(), b.output(), a.times() + 1));
            }
            String totals = suite.getAttribute("tests") + " " + suite.getAttribute("failures") + " "
                    + suite.getAttribute("errors") + " " + suite.getAttribute("skipped");
            String sums = tests.getLength() + " " + counted.getOrDefault("failure", 0) + " "
                    + counted.getOrDefault("error", 0) + " " + counted.getOrDefault("skipped", 0);
            if (!totals.equals(sums)) {
                problems.add(file.getFileName() + " says " + totals + " and has " + sums);
            }
        }
        return outcomes;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Outcome outcome(Element test) {
        String kind = "passed";
        String text = "";
        for (String each : KINDS) {
            NodeList found = test.getElementsByTagName(each);
            if (found.getLength() > 0) {
                kind = each;
                Element element = (Element) found.item(0);
                text = element.getAttribute("message") + "\n" + element.getTextContent();
            }
        }
        NodeList output = test.getElementsByTagName("system-out");
        return new Outcome(
                test.getAttribute("classname") + "#" + test.getAttribute("name"),
                kind,
                text,
                output.getLength() == 0 ? "" : output.item(0).getTextContent(),
                1);
    }
}
