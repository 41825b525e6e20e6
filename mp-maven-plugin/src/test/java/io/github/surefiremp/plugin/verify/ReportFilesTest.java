package io.github.surefiremp.plugin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
    private static final String TXT = "-".repeat(79) + "\nTest set: A\n";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"A\" tests=\"5\""
            + " errors=\"1\" time=\"0.1\" hostname=\"x\"><properties><property name=\"a\" value=\"b\"/></properties>"
            + "<testcase name=\"good\" classname=\"A\" time=\"0\"><system-out><![CDATA[<failure/>]]></system-out>"
            + "</testcase>"
            + "<testcase name=\"bad\" classname=\"A\"><error message=\"m &amp; n\" type=\"T\"><![CDATA[T: m\n\tat A]]>"
            + "</error><system-out>o</system-out></testcase>"
            + "<testcase name=\"flaky\" classname=\"A\"><flakyFailure message=\"f\" type=\"F\">"
            + "<stackTrace>F: f</stackTrace><system-out>secret</system-out></flakyFailure>"
            + "<flakyError type=\"G\"><stackTrace>G</stackTrace></flakyError></testcase>"
            + "<testcase name=\"off\" classname=\"A\"><skipped message=\"later\"/></testcase>"
            + "<testcase name=\"also off\" classname=\"A\"><skipped/></testcase>"
            + "</testsuite>";
    private static final String SUMMARY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<failsafe-summary"
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"s.xsd\""
            + " result=\"255\" timeout=\"false\">\n    <completed>4</completed>\n    <errors>1</errors>\n"
            + "    <failureMessage xsi:nil=\"true\"/>\n</failsafe-summary>";

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(folder.resolve("TEST-A.xml"), XML);
        Files.writeString(folder.resolve("A.txt"), TXT);
        Files.writeString(folder.resolve("A-output.txt"), "printed");
        Files.writeString(folder.resolve("2026.dumpstream"), "");
        Files.writeString(folder.resolve("summary-it.xml"), SUMMARY);
        Files.writeString(folder.resolve("LICENSE.txt"), "Apache License\n");
        Files.writeString(folder.resolve("pom.xml"), "<?xml version=\"1.0\"?>\n<project/>\n");
        Files.createDirectory(folder.resolve("TEST-folder.xml"));
    }

    @Test
    void movesReportsAndNothingElse(@TempDir Path elsewhere) throws IOException {
        Path to = elsewhere.resolve("before/a");
        ReportFiles.move(folder, to);
        assertThat(ReportFiles.in(to))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("TEST-A.xml", "A.txt", "A-output.txt", "2026.dumpstream", "summary-it.xml");
        assertThat(folder)
                .isDirectoryContaining(file -> file.endsWith("LICENSE.txt"))
                .isDirectoryContaining(file -> file.endsWith("pom.xml"));
        assertThat(ReportFiles.in(folder)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereHasNoReports() throws IOException {
        assertThat(ReportFiles.in(folder.resolve("none"))).isEmpty();
        assertThat(Reports.read(folder.resolve("none")).tests()).isZero();
    }

    @Test
    void readsTestCases() throws IOException {
        Reports reports = Reports.read(folder);
        assertThat(reports.tests()).isEqualTo(5);
        Suite suite = reports.suites().get("TEST-A.xml");
        assertThat(suite.counts()).containsOnlyKeys("name", "tests", "errors").containsEntry("tests", "5");
        assertThat(suite.textFile()).isEqualTo("A.txt");
        assertThat(suite.testCases())
                .extracting(TestCase::shown)
                .containsExactly(
                        "passed", "error: T: m & n", "flakyFailure: F: f, flakyError: G", "skipped: later", "skipped");
        assertThat(suite.testCases()).extracting(TestCase::outcome).contains("flakyFailure, flakyError");
        assertThat(suite.testCases().get(1).text()).isEqualTo("T: m\n\tat A");
        assertThat(suite.testCases().get(2).text()).isEqualTo("F: f\nG");
    }

    @Test
    void readsTheRest() throws IOException {
        Reports reports = Reports.read(folder);
        assertThat(reports.textFiles()).containsExactly("A-output.txt", "A.txt");
        assertThat(reports.summaries())
                .isEqualTo(Map.of("summary-it.xml", "result=255 timeout=false completed=4 errors=1"));
    }

    @Test
    void keepsWhatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("TEST-B.xml"), "<testsuite><testcase>");
        Reports reports = Reports.read(folder);
        assertThat(reports.unreadable()).containsOnlyKeys("TEST-B.xml");
        assertThat(reports.suites()).containsOnlyKeys("TEST-A.xml");
    }

    @Test
    void notesCanBeReadAgain() throws IOException {
        Properties properties = new Properties();
        properties.setProperty(Switches.NOTES, folder.resolve("notes").toString());
        Note one = new Note("a", "surefire:default-test", 2, "auto: 2 cores", "/a/target");
        Switches.of(properties).note(one);
        Switches.of(properties).note(new Note("b", "failsafe:it", 0, "mp.skip\nor\tso", ""));
        assertThat(Note.read(folder.resolve("notes")))
                .isEqualTo(List.of(one, new Note("b", "failsafe:it", 0, "mp.skip or so", "")));
        Switches.of(new Properties()).note(one);
        assertThat(Note.read(folder.resolve("none"))).isEmpty();
    }
}
