package io.github.surefiremp.plugin.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the screenshots of the documentation: {@code Shots PAGE FOLDER}. */
final class Shots {
    private Shots() {}

    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]).toAbsolutePath();
        Path to = Path.of(arguments[1]);
        Files.createDirectories(to);
        try (Chromium browser = new Chromium(Files.createTempDirectory("mp-shots"))) {
            browser.narrow(1280, 860);
            browser.open(page);
            browser.press("f");
            browser.screenshot(to.resolve("report-light.png"));
            browser.prefersDark(true);
            browser.until("document.documentElement.dataset.theme === 'dark'");
            browser.screenshot(to.resolve("report-dark.png"));
            browser.prefersDark(false);
            browser.narrow(390, 800);
            browser.open(page);
            browser.screenshot(to.resolve("report-narrow.png"));
            System.out.println(browser.text("document.documentElement.dataset.ready") + " ms until ready; "
                    + browser.complaints());
        }
    }
}
