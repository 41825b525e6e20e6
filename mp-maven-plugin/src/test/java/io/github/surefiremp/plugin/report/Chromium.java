package io.github.surefiremp.plugin.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The machine's Chromium, with a profile of its own. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]*)\"");

    private final ChromeDriver driver;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    Chromium(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("CHROME_BIN", "chromium").toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find("CHROMEDRIVER_BIN", "chromedriver").toFile())
                .usingAnyFreePort()
                .build();
        driver = new ChromeDriver(service, options);
    }

    private static Path find(String variable, String name) {
        String said = System.getenv(variable);
        List<Path> places = new ArrayList<>();
        if (said != null) {
            places.add(Path.of(said));
        } else {
            for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
                places.add(Path.of(folder, name));
            }
        }
        return places.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this test opens the report page in Chromium, and there is no "
                        + name + (said == null ? " on the PATH" : " at " + said)
                        + ". On Debian: apt-get install chromium chromium-driver. Or set CHROME_BIN and CHROMEDRIVER_BIN"
                        + " to the two programs"));
    }

    /** Opens a page and waits until it says that it is ready. */
    void open(Path page) {
        driver.get(page.toUri().toString());
        until("document.documentElement.dataset.ready != null");
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** What the page or its system wants. */
    void prefersDark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** A screen of another width than a window can have. */
    void narrow(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Evaluates an expression. */
    Object eval(String expression, Object... arguments) {
        return driver.executeScript("return " + expression, arguments);
    }

    String text(String expression) {
        return String.valueOf(eval(expression));
    }

    long number(String expression) {
        return ((Number) eval(expression)).longValue();
    }

    boolean is(String expression) {
        return Boolean.TRUE.equals(eval("Boolean(" + expression + ")"));
    }

    /** Waits until an expression is true. */
    void until(String expression) {
        new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(20))
                .withMessage(expression)
                .until(any -> is(expression));
    }

    /** Presses keys wherever the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void click(String selector) {
        driver.findElement(org.openqa.selenium.By.cssSelector(selector)).click();
    }

    ChromeDriver driver() {
        return driver;
    }

    void screenshot(Path to) throws IOException {
        Files.write(to, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** What the page has complained of, to the console or by an exception. */
    List<String> complaints() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            complaints.add(entry.getLevel() + " " + entry.getMessage());
        }
        return complaints;
    }

    /** Whatever the pages asked for, their own files too. */
    List<String> requests() {
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            // Chromium's own start page asks for parts of itself.
            if (entry.getMessage().contains("\"Network.requestWillBeSent\"")
                    && !entry.getMessage().contains("\"documentURL\":\"chrome")) {
                Matcher url = URL.matcher(entry.getMessage());
                while (url.find()) {
                    requests.add(url.group(1));
                }
            }
        }
        return requests;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
