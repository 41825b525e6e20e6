package io.github.surefiremp.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.plugin.report.ReportFiles.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Opens the page from disk in a real browser. Needs Debian's packages chromium and chromium-driver. */
class ReportPageTest {
    @TempDir
    static Path folder;

    private static Chromium browser;
    private static Path page;

    @BeforeAll
    static void begin() throws IOException {
        browser = new Chromium(folder.resolve("profile"));
        browser.size(1280, 900);
        page = write("small", SampleRun.small());
    }

    /** Of all pages that were opened. */
    @AfterAll
    static void nothingWasComplainedOfAndNothingAskedFor() {
        if (browser == null) {
            return;
        }
        try (Chromium opened = browser) {
            assertThat(opened.complaints()).isEmpty();
            assertThat(browser.requests())
                    .isNotEmpty()
                    .allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
        }
    }

    @BeforeEach
    void open() {
        browser.prefersDark(false);
        browser.open(page);
    }

    private static Path write(String name, SampleRun run) throws IOException {
        Path file = run.write(folder.resolve(name).resolve("run.jsonl"));
        ReportFiles.write(
                folder.resolve(name),
                "shop",
                List.of(new Source(file, "")),
                Earlier.of(List.of(SampleRun.smallHistory())));
        return folder.resolve(name).resolve("report.html");
    }

    @Test
    void theHeadTellsHowItWent() {
        assertThat(browser.text("document.getElementById('verdict').textContent"))
                .isEqualTo("3 tests failed");
        assertThat(browser.text("document.getElementById('facts').textContent"))
                .contains("8 tests in 3.25 s", "2 workers of 3");
        assertThat(browser.text("document.title")).isEqualTo("shop · mp");
        assertThat(browser.text("document.getElementById('legend').textContent"))
                .contains("tests", "waiting for locks 1.39 s", "waiting for isolation 514 ms", "idle");
    }

    @Test
    void theTimelineIsDrawnInTheColoursOfTheOutcomes() {
        for (String outcome : List.of("passed", "failed", "error", "aborted", "lost", "flaky")) {
            assertThat(pixels(outcome)).as(outcome).isPositive();
        }
        assertThat(browser.text("document.querySelector('#chart').getAttribute('aria-label')"))
                .contains("2 workers");
    }

    @Test
    void searchShowsWhatMatchesAndFadesTheRest() {
        long passed = pixels("passed");

        browser.press("/");
        browser.press("order pays");

        browser.until("document.querySelectorAll('.row').length === 1");
        assertThat(rows()).isEqualTo("paysOrderTest");
        assertThat(browser.text("document.getElementById('count').textContent")).isEqualTo("1 test of 8");
        waitForFewerPixels("passed", passed);
        browser.press(Keys.ESCAPE);
        browser.until("document.querySelectorAll('.row').length === 9");
    }

    @Test
    void outcomesCanBeHidden() {
        browser.click("#outcomes [data-outcome=passed]");
        browser.until("document.querySelectorAll('.row').length === 6");
        assertThat(browser.text("document.querySelector('#outcomes [data-outcome=passed]').ariaPressed"))
                .isEqualTo("false");

        browser.click("#outcomes [data-outcome=passed]");
        browser.until("document.querySelectorAll('.row').length === 9");
    }

    @Test
    void theKeyboardGoesFromFailureToFailureAndShowsDetails() {
        browser.press("f");

        assertThat(details())
                .contains("pays", "com.shop.OrderTest", "db (write)", "OrderTest.java:43", "cart has 2 books");
        assertThat(details()).contains("passed, 640 ms");
        browser.press("f");
        assertThat(details()).contains("tracks", "IllegalStateException");
        browser.press("f");
        assertThat(details()).contains("sends", "ended with exit code 7");
        browser.press("k");
        browser.press("j");
        assertThat(details()).contains("sends");
        browser.press(Keys.ESCAPE);
        assertThat(browser.is("document.getElementById('details').hidden")).isTrue();
    }

    @Test
    void theKeyboardZoomsAndMoves() {
        browser.press("f");
        long whole = pixels("failed");

        browser.press("z");

        // It had a fifth of the width and has a third.
        long more = whole * 5 / 4;
        assertThat(waitForPixels("failed", more)).isGreaterThan(more);
        browser.press("0");
        waitForFewerPixels("failed", more);
        browser.press("+", "+");
        browser.press(Keys.ARROW_LEFT);
        browser.press("-", "-", "0");
    }

    @Test
    void aDragZoomsAndAClickSelects() {
        long whole = pixels("failed");
        // The failed test of worker 1 is from 1.2 s to 1.9 s.
        Actions actions = new Actions(browser.driver());
        var over = browser.driver().findElement(org.openqa.selenium.By.cssSelector("#chart .u-over"));
        int width = over.getSize().getWidth();
        int left = (int) (width * (1.55 / 3.25 - 0.5));
        int up = -over.getSize().getHeight() / 2 + 28;

        actions.moveToElement(over, left, up).click().perform();
        browser.until("!document.getElementById('details').hidden");
        assertThat(details()).contains("pays");
        assertThat(browser.text("document.getElementById('tip').textContent")).contains("pays", "failed, 700 ms");

        over = browser.driver().findElement(org.openqa.selenium.By.cssSelector("#chart .u-over"));
        new Actions(browser.driver())
                .moveToElement(over, left - 40, up)
                .clickAndHold()
                .moveByOffset(80, 0)
                .release()
                .perform();
        assertThat(waitForPixels("failed", whole * 2)).isGreaterThan(whole * 2);
    }

    @Test
    void theListsAreOfTheSlowestOfChangesAndOfFlakyTests() {
        browser.press("2");
        assertThat(browser.text("document.querySelector('.row').textContent")).contains("pays", "700 ms");

        browser.press("3");
        assertThat(rows()).startsWith("paysOrderTest").contains("sends", "midnight");
        assertThat(browser.text("document.querySelector('.row').textContent")).contains("fails now");
        assertThat(browser.text("document.querySelector('[data-test=\"0\"]').textContent"))
                .contains("slower +340 ms");
        assertThat(browser.text("document.getElementById('under').textContent"))
                .contains("1 test of earlier runs did not run", "OrderTest.isGone");

        browser.press("4");
        assertThat(rows()).isEqualTo("paysOrderTest|addsUpCartTest");
    }

    @Test
    void aTestsNameIsTextAndNothingElse() {
        browser.press("/");
        browser.press("owned");

        browser.until("document.querySelectorAll('.row').length === 1");
        assertThat(browser.text("document.querySelector('.row .name').textContent"))
                .startsWith("</script><script>");
        assertThat(browser.text("document.title")).isEqualTo("shop · mp");
    }

    @Test
    void darkModeFollowsTheSystemAndCanBeChosen() {
        assertThat(browser.text("document.documentElement.dataset.theme")).isEqualTo("light");
        browser.prefersDark(true);
        browser.until("document.documentElement.dataset.theme === 'dark'");
        browser.press("t");
        assertThat(browser.text("document.documentElement.dataset.theme")).isEqualTo("light");
        browser.press("t");
        assertThat(browser.text("document.documentElement.dataset.theme")).isEqualTo("dark");
        assertThat(pixels("failed")).isPositive();
        browser.press("t");
        assertThat(browser.text("document.getElementById('theme').textContent")).isEqualTo("Theme: system");
    }

    @Test
    void onANarrowScreenNothingSticksOut() {
        browser.narrow(380, 800);
        try {
            browser.open(page);
            browser.press("f");
            assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(380);
            assertThat(browser.is("!document.getElementById('details').hidden")).isTrue();
        } finally {
            browser.narrow(1280, 900);
        }
    }

    @Test
    void manyTestsAreAListThatScrolls() throws IOException {
        browser.open(write("many", SampleRun.large(4_000, 4)));

        assertThat(browser.text("document.getElementById('list').dataset.rows")).isEqualTo("4000");
        assertThat(browser.number("document.querySelectorAll('.row').length")).isLessThan(60);
        browser.eval("document.getElementById('list').scrollTop = 1e9");
        browser.until("[...document.querySelectorAll('.row')].some(row => row.dataset.test >= 3900)");
        assertThat(pixels("passed")).isPositive();
    }

    private static String rows() {
        return browser.text("[...document.querySelectorAll('.row .name')].map(row => row.textContent).join('|')");
    }

    private static String details() {
        return browser.text("document.getElementById('details').innerText");
    }

    /** How much of the canvas has exactly the colour of an outcome. */
    private static long pixels(String outcome) {
        return browser.number("(name => {"
                + "const colour = getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();"
                + "const wanted = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));"
                + "const canvas = document.querySelector('#chart canvas');"
                + "const copy = document.createElement('canvas');"
                + "copy.width = canvas.width; copy.height = canvas.height;"
                + "const context = copy.getContext('2d', {willReadFrequently: true});"
                + "context.drawImage(canvas, 0, 0);"
                + "const data = context.getImageData(0, 0, canvas.width, canvas.height).data;"
                + "let found = 0;"
                + "for (let i = 0; i < data.length; i += 4)"
                + " if (data[i] === wanted[0] && data[i + 1] === wanted[1] && data[i + 2] === wanted[2]) found++;"
                + "return found;})('" + outcome + "')");
    }

    private static long waitForPixels(String outcome, long more) {
        long found = pixels(outcome);
        for (int frame = 0; frame < 200 && found <= more; frame++) {
            nextFrame();
            found = pixels(outcome);
        }
        return found;
    }

    private static void waitForFewerPixels(String outcome, long less) {
        for (int frame = 0; frame < 200 && pixels(outcome) >= less; frame++) {
            nextFrame();
        }
        assertThat(pixels(outcome)).isLessThan(less);
    }

    private static void nextFrame() {
        browser.driver().executeAsyncScript("requestAnimationFrame(arguments[0])");
    }
}
