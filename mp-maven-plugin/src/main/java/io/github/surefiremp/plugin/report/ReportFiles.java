package io.github.surefiremp.plugin.report;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** Makes {@code report.html} and {@code trace.json} from run files. */
public final class ReportFiles {
    /** The name of the page. */
    public static final String PAGE = "report.html";
    /** The name of the trace. */
    public static final String TRACE = "trace.json";

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private static final int REHEARSAL = 40;

    private ReportFiles() {}

    /**
     * A run file.
     *
     * @param file a {@code run.jsonl}; damaged lines are left out, which the page says
     * @param label tells workers of the same number apart that ran on several machines; empty on one
     */
    public record Source(Path file, String label) {}

    /**
     * Writes both files, each in one go, so that nobody sees half of one.
     *
     * @param folder is made if it is missing
     * @param title what the page is about, such as the module's name
     * @param earlier what was known before
     * @throws IOException if they cannot be written
     */
    public static void write(Path folder, String title, List<Source> sources, Earlier earlier) throws IOException {
        StoryReader reader = new StoryReader();
        for (Source source : sources) {
            reader.read(source.file(), source.label());
        }
        Story story = reader.end();
        Files.createDirectories(folder);
        replace(folder.resolve(PAGE), to -> page(to, story, title, earlier));
        replace(folder.resolve(TRACE), to -> Trace.write(story, to));
    }

    /**
     * Makes a small page and a trace and throws them away, so that the next ones do not wait for classes to be loaded.
     */
    public static void rehearse() throws IOException {
        StringBuilder run = new StringBuilder();
        for (int test = 0; test < REHEARSAL; test++) {
            for (String event :
                    List.of("runStart", "plan", "workerStart", "unitStart", "testStart", "testEnd", "unitEnd")) {
                run.append("{\"event\":\"").append(event).append("\",\"at\":").append(test);
                run.append(",\"run\":\"r\",\"module\":\"m\",\"execution\":\"e\",\"worker\":1,\"pid\":1,\"unit\":\"u\"");
                run.append(",\"class\":\"c\",\"method\":\"m\",\"outcome\":\"passed\",\"np\":1,\"units\":1}\n");
            }
        }
        StoryReader reader = new StoryReader();
        reader.read(new BufferedReader(new StringReader(run.toString())), "", "");
        Story story = reader.end();
        page(Writer.nullWriter(), story, "", Earlier.nothing());
        Trace.write(story, Writer.nullWriter());
    }

    private interface Content {
        void writeTo(Writer to) throws IOException;
    }

    private static void replace(Path file, Content content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (BufferedWriter to = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                content.writeTo(to);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void page(Writer to, Story story, String title, Earlier earlier) throws IOException {
        String page = resource("page.html");
        int from = 0;
        for (int at = page.indexOf("{{"); at >= 0; at = page.indexOf("{{", from)) {
            to.write(page, from, at - from);
            int end = page.indexOf("}}", at);
            switch (page.substring(at + 2, end)) {
                case "title" -> to.write(escaped(title));
                case "licence" -> to.write(resource(UPLOT + "LICENSE"));
                case "uPlot.css" -> to.write(resource(UPLOT + "dist/uPlot.min.css"));
                case "uPlot.js" -> to.write(resource(UPLOT + "dist/uPlot.iife.min.js"));
                case "page.css" -> to.write(resource("page.css"));
                case "page.js" -> to.write(resource("page.js"));
                case "data" -> new PageData(story, earlier).write(to, title, System.currentTimeMillis());
                default -> throw new IOException("the page has an unknown place at " + at);
            }
            from = end + 2;
        }
        to.write(page, from, page.length() - from);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ReportFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
