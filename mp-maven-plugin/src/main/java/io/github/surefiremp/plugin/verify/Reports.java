package io.github.surefiremp.plugin.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * All that a run left in one report folder.
 *
 * @param suites by file name
 * @param textFiles the names of the reports for people
 * @param summaries Failsafe's, by file name, in one line each
 * @param unreadable the names of files that are no XML, each with the parser's complaint
 */
record Reports(
        Map<String, Suite> suites,
        SortedSet<String> textFiles,
        Map<String, String> summaries,
        Map<String, String> unreadable) {
    static final Reports NONE = new Reports(Map.of(), new TreeSet<>(), Map.of(), Map.of());

    static Reports read(Path folder) throws IOException {
        Map<String, Suite> suites = new TreeMap<>();
        SortedSet<String> textFiles = new TreeSet<>();
        Map<String, String> summaries = new TreeMap<>();
        Map<String, String> unreadable = new TreeMap<>();
        for (Path file : ReportFiles.in(folder)) {
            String name = String.valueOf(file.getFileName());
            try {
                if (ReportFiles.isSummary(file)) {
                    summaries.put(name, summary(file));
                } else if (name.endsWith(".xml")) {
                    suites.put(name, Suite.read(file));
                } else if (name.endsWith(".txt")) {
                    textFiles.add(name);
                }
            } catch (IOException e) {
                unreadable.put(name, String.valueOf(e.getMessage()));
            }
        }
        return new Reports(suites, textFiles, summaries, unreadable);
    }

    int tests() {
        return suites.values().stream()
                .mapToInt(suite -> suite.testCases().size())
                .sum();
    }

    /** Attributes and elements with text, such as {@code result=254 timeout=false completed=4 errors=1}. */
    private static String summary(Path file) throws IOException {
        List<String> parts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLInputFactory factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            String element = "";
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        element = xml.getLocalName();
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            if (xml.getAttributeNamespace(i) == null
                                    || xml.getAttributeNamespace(i).isEmpty()) {
                                parts.add(xml.getAttributeLocalName(i) + "=" + xml.getAttributeValue(i));
                            }
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        xml.getText().strip().lines().findFirst().ifPresent(addTo(parts, element));
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
        return String.join(" ", parts);
    }

    private static Consumer<String> addTo(List<String> parts, String element) {
        return text -> parts.add(element + "=" + text);
    }
}
