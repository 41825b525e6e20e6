package io.github.surefiremp.plugin.merge;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Surefire's XML reports: a class that was split over shards gets one again. Counts what all of them say. */
final class MergedReports {
    private static final List<String> COUNTS = List.of("tests", "errors", "skipped", "failures", "flakes");
    private static final List<String> SUMMARY_COUNTS = List.of("completed", "errors", "failures", "skipped", "flakes");
    private static final String TIME = "time";
    private static final String MESSAGE = "failureMessage";
    /** How Failsafe writes that nothing failed. */
    private static final String PASSED = "null";

    private static final String NO_TESTS = "254";

    private int tests;
    private int skipped;
    private final List<String> failed = new ArrayList<>();
    private final List<String> flakes = new ArrayList<>();

    /** Writes one report of those that several shards have of a class. */
    void write(List<Path> parts, Path to) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Path part : parts) {
            documents.add(parse(part));
        }
        documents.forEach(document -> count(document.getDocumentElement()));
        if (parts.size() == 1) {
            Files.copy(parts.get(0), to, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Document first = documents.get(0);
        Element suite = first.getDocumentElement();
        for (Document other : documents.subList(1, documents.size())) {
            for (String name : COUNTS) {
                if (suite.hasAttribute(name)) {
                    suite.setAttribute(
                            name, sum(suite, other.getDocumentElement(), name).toString());
                }
            }
            suite.setAttribute(
                    TIME, sum(suite, other.getDocumentElement(), TIME).toPlainString());
            NodeList children = other.getDocumentElement().getChildNodes();
            for (int i = 0; i < children.getLength(); i++) {
                Node child = children.item(i);
                if (child instanceof Element && !child.getNodeName().equals("properties")) {
                    suite.appendChild(first.importNode(child, true));
                }
            }
        }
        store(first, to);
    }

    /** Writes one of Failsafe's summaries of those of several shards: one that failed makes the whole fail. */
    static void writeSummary(List<Path> parts, Path to) throws IOException {
        Document first = parse(parts.get(0));
        Element summary = first.getDocumentElement();
        for (Path part : parts.subList(1, parts.size())) {
            Element other = parse(part).getDocumentElement();
            for (String name : SUMMARY_COUNTS) {
                Node own = summary.getElementsByTagName(name).item(0);
                Node more = other.getElementsByTagName(name).item(0);
                if (own != null && more != null) {
                    own.setTextContent(Integer.toString(count(own, to) + count(more, part)));
                }
            }
            summary.setAttribute("result", result(summary.getAttribute("result"), other.getAttribute("result")));
            keepMessage(summary, other);
            if (other.getAttribute("timeout").equals("true")) {
                summary.setAttribute("timeout", "true");
            }
        }
        store(first, to);
    }

    /** That there was no test, as on a shard without any, holds only if it does for all, and hides no failure. */
    private static String result(String one, String other) {
        if (one.equals(other) || other.equals(NO_TESTS)) {
            return one;
        }
        boolean otherPassed = other.isEmpty() || other.equals(PASSED);
        return otherPassed && !one.equals(NO_TESTS) ? one : other;
    }

    /** Failsafe's goal verify fails if there is one. */
    private static void keepMessage(Element summary, Element other) {
        Node own = summary.getElementsByTagName(MESSAGE).item(0);
        Node more = other.getElementsByTagName(MESSAGE).item(0);
        if (more == null || more.getTextContent().isBlank()) {
            return;
        }
        if (own == null) {
            summary.appendChild(summary.getOwnerDocument().importNode(more, true));
        } else if (own.getTextContent().isBlank()) {
            summary.replaceChild(summary.getOwnerDocument().importNode(more, true), own);
        }
    }

    private static int count(Node node, Path file) throws IOException {
        try {
            return Integer.parseInt(node.getTextContent().strip());
        } catch (NumberFormatException e) {
            throw new IOException(file + " has a count that is none: " + node.getTextContent(), e);
        }
    }

    private static void store(Document document, Path to) throws IOException {
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(to.toFile()));
        } catch (TransformerException e) {
            throw new IOException("cannot write " + to, e);
        }
    }

    Totals totals() {
        return new Totals(tests, skipped, List.copyOf(failed), List.copyOf(flakes));
    }

    private void count(Element suite) {
        NodeList cases = suite.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("classname") + "#" + test.getAttribute("name");
            tests++;
            if (has(test, "skipped")) {
                skipped++;
            } else if (has(test, "failure") || has(test, "error")) {
                failed.add(name);
            } else if (has(test, "flakyFailure") || has(test, "flakyError")) {
                flakes.add(name);
            }
        }
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    private static BigDecimal sum(Element one, Element other, String name) throws IOException {
        return number(one, name).add(number(other, name));
    }

    /** Surefire writes thousands with commas. */
    private static BigDecimal number(Element suite, String name) throws IOException {
        String text = suite.getAttribute(name).replace(",", "");
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IOException("the report of " + suite.getAttribute("name") + " has " + name + "=" + text, e);
        }
    }

    private static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("the report " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
