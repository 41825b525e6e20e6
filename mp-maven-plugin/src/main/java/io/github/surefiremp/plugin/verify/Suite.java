package io.github.surefiremp.plugin.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One {@code TEST-*.xml}.
 *
 * @param counts the attributes of {@code <testsuite>} that are compared
 */
record Suite(String file, Map<String, String> counts, List<TestCase> testCases) {
    private static final Set<String> COUNTS = Set.of("name", "tests", "failures", "errors", "skipped", "flakes");
    private static final Set<String> PROBLEMS =
            Set.of("failure", "error", "skipped", "flakyFailure", "flakyError", "rerunFailure", "rerunError");
    private static final Set<String> OUTPUT = Set.of("system-out", "system-err");
    private static final int LONGEST_TEXT = 20_000;

    /**
     * Reads a report in one pass, because output of tests can make it large.
     *
     * @throws IOException also if the file is not well-formed
     */
    static Suite read(Path path) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(path)) {
            return new Reader(factory.createXMLStreamReader(in)).read(String.valueOf(path.getFileName()));
        } catch (XMLStreamException e) {
            throw new IOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** The file of the same suite for people. */
    String textFile() {
        return file.substring("TEST-".length(), file.length() - ".xml".length()) + ".txt";
    }

    private static final class Reader {
        private final XMLStreamReader xml;
        private final Map<String, String> counts = new TreeMap<>();
        private final List<TestCase> testCases = new ArrayList<>();

        Reader(XMLStreamReader xml) {
            this.xml = xml;
        }

        Suite read(String file) throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("testcase")) {
                        testCases.add(testCase());
                    } else if (xml.getLocalName().equals("testsuite")) {
                        COUNTS.forEach(name -> attribute(name).ifPresent(value -> counts.put(name, value)));
                    }
                }
            }
            return new Suite(file, counts, List.copyOf(testCases));
        }

        private TestCase testCase() throws XMLStreamException {
            String className = attribute("classname").orElse("");
            String name = attribute("name").orElse("");
            List<TestCase.Problem> problems = new ArrayList<>();
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (PROBLEMS.contains(xml.getLocalName())) {
                    problems.add(problem());
                } else {
                    text();
                }
            }
            return new TestCase(className, name, List.copyOf(problems));
        }

        private TestCase.Problem problem() throws XMLStreamException {
            String kind = xml.getLocalName();
            String type = attribute("type").orElse("");
            String message = attribute("message").orElse("");
            return new TestCase.Problem(kind, type, message, text());
        }

        /** All text up to the end of the element that has just begun, without the output of a test. */
        private String text() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            int depth = 1;
            int outputAt = OUTPUT.contains(xml.getLocalName()) ? 1 : 0;
            while (depth > 0) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (outputAt == 0 && OUTPUT.contains(xml.getLocalName())) {
                            outputAt = depth;
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (depth == outputAt) {
                            outputAt = 0;
                        }
                        depth--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (outputAt == 0 && text.length() < LONGEST_TEXT) {
                            text.append(xml.getText());
                        }
                    }
                    default -> {}
                }
            }
            return text.toString();
        }

        private Optional<String> attribute(String name) {
            return Optional.ofNullable(xml.getAttributeValue(null, name));
        }
    }
}
