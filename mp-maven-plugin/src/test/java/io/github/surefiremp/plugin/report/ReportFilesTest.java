package io.github.surefiremp.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.surefiremp.plugin.report.ReportFiles.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a file; what it does in a browser shows {@link ReportPageTest}. */
class ReportFilesTest {
    private static final Pattern DATA =
            Pattern.compile("<script id=\"data\" type=\"application/json\">(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void nothingOfATestsNameIsMarkup() throws IOException {
        String page = page(SampleRun.small(), "</title><script>alert(1)</script>");

        assertThat(page).doesNotContain("<script>document", "<script>alert", "<img src");
        assertThat(data(page).get("tests").get("method").toString()).contains("document.title=`owned`");
        assertThat(data(page).get("title").textValue()).isEqualTo("</title><script>alert(1)</script>");
    }

    @Test
    void thePageNeedsNothingButItself() throws IOException {
        String page = page(SampleRun.small(), "shop");

        assertThat(page)
                .doesNotContainPattern("(?i)(src|href)\\s*=\\s*[\"']?(https?:)?//")
                .doesNotContain("@import")
                .doesNotContainPattern("url\\((?!data:)")
                .contains("default-src 'none'", "Leon Sorokin");
        assertThat(page.length()).isLessThan(130_000);
    }

    @Test
    void columnsAreOfOneLength() throws IOException {
        JsonNode data = data(page(SampleRun.small(), "shop"));

        assertThat(data.get("tests")).allSatisfy(column -> assertThat(column).hasSize(9));
        assertThat(data.get("spans")).allSatisfy(column -> assertThat(column).hasSize(13));
    }

    @Test
    void theRunBeforeIsThere() throws IOException {
        JsonNode data = data(page(SampleRun.small(), "shop"));

        assertThat(data.get("tests").get("before").toString()).isEqualTo("[110,640,-1,-1,-1,640,-1,-1,-1]");
        assertThat(data.get("tests").get("outcomeBefore").toString()).isEqualTo("[0,0,-1,-1,-1,2,-1,-1,-1]");
        assertThat(data.get("absentCount").intValue()).isEqualTo(1);
        assertThat(data.get("absent").get(0).get(1).textValue()).isEqualTo("isGone");
    }

    @Test
    void damageIsNotedOnThePage() throws IOException {
        JsonNode data = data(page(SampleRun.small().raw("{\"event\":"), "shop"));

        assertThat(data.get("notes")).hasSize(1);
        assertThat(data.get("notes").get(0).textValue()).contains("left out");
    }

    @Test
    void withoutARunAndWithoutAHistoryThereIsAPage() throws IOException {
        ReportFiles.write(
                folder.resolve("new/folder"),
                "none",
                List.of(new Source(folder.resolve("none.jsonl"), "")),
                Earlier.of(List.of("damaged")));

        assertThat(data(Files.readString(folder.resolve("new/folder/report.html")))
                        .get("notes"))
                .hasSize(1);
    }

    @Test
    void aRehearsalNeedsNothing() {
        assertThatCode(ReportFiles::rehearse).doesNotThrowAnyException();
    }

    @Test
    void nothingElseIsLeftBehind() throws IOException {
        page(SampleRun.small(), "shop");
        page(SampleRun.small(), "shop");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("run.jsonl", "report.html", "trace.json");
        }
    }

    private String page(SampleRun run, String title) throws IOException {
        Path file = run.write(folder.resolve("run.jsonl"));
        ReportFiles.write(folder, title, List.of(new Source(file, "")), Earlier.of(List.of(SampleRun.smallHistory())));
        return Files.readString(folder.resolve("report.html"));
    }

    private static JsonNode data(String page) throws IOException {
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return new ObjectMapper().readTree(data.group(1));
    }
}
