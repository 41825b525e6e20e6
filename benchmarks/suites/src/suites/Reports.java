package suites;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the XML reports of a run say.
 *
 * @param work seconds, of all tests together
 * @param longestTest seconds
 * @param longestClass seconds, with its set-up
 */
record Reports(int tests, int failed, int skipped, double work, double longestTest, double longestClass) {
    private static final Pattern JUPITER = Pattern.compile("junit-jupiter-engine[/\\\\-]([0-9][\\w.-]*?)(?:\\.jar|[/\\\\])");
    private static final Pattern JUNIT4 = Pattern.compile("junit-([0-9][\\w.-]*?)\\.jar");

    static Reports read(Path project) throws IOException {
        Reports sum = new Reports(0, 0, 0, 0, 0, 0);
        for (Path file : files(project)) {
            sum = sum.and(readFile(file));
        }
        return sum;
    }

    private static List<Path> files(Path project) throws IOException {
        Stream<Path> files = Stream.empty();
        for (Path folder : Folders.ofReports(project)) {
            try (Stream<Path> inFolder = Files.list(folder)) {
                files = Stream.concat(files, inFolder.filter(Reports::isReport).toList().stream());
            }
        }
        return files.toList();
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private Reports and(Reports other) {
        return new Reports(
                tests + other.tests,
                failed + other.failed,
                skipped + other.skipped,
                work + other.work,
                Math.max(longestTest, other.longestTest),
                Math.max(longestClass, other.longestClass));
    }

    private static Reports readFile(Path file) throws IOException {
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        double work = 0;
        double longest = 0;
        double whole = 0;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testsuite" -> whole = seconds(xml);
                    case "testcase" -> {
                        tests++;
                        double seconds = seconds(xml);
                        work += seconds;
                        longest = Math.max(longest, seconds);
                    }
                    case "failure", "error" -> failed++;
                    case "skipped" -> skipped++;
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + " is no complete report", e);
        }
        return new Reports(tests, failed, skipped, work, longest, whole);
    }

    private static double seconds(XMLStreamReader xml) {
        String time = xml.getAttributeValue(null, "time");
        return time == null ? 0 : Double.parseDouble(time.replace(",", ""));
    }

    /** The JUnit that ran, as the class path in a report tells. */
    static String junit(Path project) throws IOException {
        for (Path file : files(project)) {
            String text = Files.readString(file);
            Matcher jupiter = JUPITER.matcher(text);
            if (jupiter.find()) {
                return "JUnit " + jupiter.group(1);
            }
            Matcher junit4 = JUNIT4.matcher(text);
            if (junit4.find()) {
                return "JUnit " + junit4.group(1);
            }
        }
        return "no JUnit found in the reports";
    }

    boolean sameCountsAs(Reports other) {
        return counts().equals(other.counts());
    }

    String counts() {
        return tests + " tests, " + failed + " failed, " + skipped + " skipped";
    }
}
