package suites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was measured with: the machine, the tools and their versions. */
record Machine(String description) {
    private static final double KILOBYTES_PER_GIGABYTE = 1024 * 1024;

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** @param log of a run with tests */
    static Machine of(String maven, Path project, Path log, String junit, String mp)
            throws IOException, InterruptedException {
        String versions = output(project, maven, "-B", "-version");
        String model = first("model name\\s*: (.*)", Files.readString(Path.of("/proc/cpuinfo")), "unknown processor");
        String kilobytes = first("MemTotal:\\s*(\\d+)", Files.readString(Path.of("/proc/meminfo")), "0");
        return new Machine(LocalDate.now() + ", " + cores() + " cores (" + model.strip() + "), "
                + Math.round(Double.parseDouble(kilobytes) / KILOBYTES_PER_GIGABYTE) + " GB, "
                + "JDK " + first("Java version: ([^,\\s]+)", versions, "?")
                + ", Maven " + first("Apache Maven (\\S+)", versions, "?")
                + ", Surefire " + first("surefire(?:-plugin)?:([^:\\s]+):test", Files.readString(log), "?")
                + ", " + junit + ", mp " + mp);
    }

    private static String first(String pattern, String text, String otherwise) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.replaceAll("\u001B\\[[0-9;]*m", "");
    }
}
