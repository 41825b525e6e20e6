package io.github.surefiremp.plugin.bisect;

import io.github.surefiremp.model.Handoff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What mp:bisect, or the command that it prints, asks of the extension: an execution runs these classes one after another
 * in one JVM, and nothing else.
 *
 * @param order binary names; {@link Handoff.Choice#OTHERS} for all that are not named
 * @param in the only execution in which something runs, as {@code groupId:artifactId/surefire:default-test}; empty for any
 * @param together whether nothing is put back between the classes, as in a serial group and in stock Surefire
 */
public record BisectSwitch(List<String> order, String in, boolean together) {
    /** Names separated by commas, or {@code @} and a file that has one in each line. */
    public static final String ORDER = "mp.bisect.order";

    /** The execution. */
    static final String IN = "mp.bisect.in";

    /** Whether the JVM's state is left as it is between the classes. */
    static final String TOGETHER = "mp.bisect.together";

    private static final String FILE = "@";

    public BisectSwitch {
        order = List.copyOf(order);
    }

    /**
     * The switch among the properties of a session's command line.
     *
     * @throws IllegalArgumentException if the value is none
     */
    public static Optional<BisectSwitch> of(Properties commandLine) {
        String value = commandLine.getProperty(ORDER);
        if (value == null) {
            return Optional.empty();
        }
        List<String> order = names(value.trim());
        if (order.isEmpty()) {
            throw new IllegalArgumentException(
                    "-D" + ORDER + " names no class; write their full names with commas between them");
        }
        return Optional.of(new BisectSwitch(
                order,
                commandLine.getProperty(IN, "").trim(),
                Boolean.parseBoolean(commandLine.getProperty(TOGETHER))));
    }

    private static List<String> names(String value) {
        String text = value;
        if (value.startsWith(FILE)) {
            Path file = Path.of(value.substring(FILE.length()));
            try {
                text = Files.readString(file);
            } catch (IOException e) {
                throw new IllegalArgumentException("-D" + ORDER + "=" + value + ": the file cannot be read: " + e, e);
            }
        }
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether this execution of that module is another one than what was asked for. */
    public boolean isElsewhere(String module, String execution) {
        return !in.isEmpty() && !in.equals(place(module, execution));
    }

    /** Whether some of the classes are not named. */
    public boolean hasOthers() {
        return order.contains(Handoff.Choice.OTHERS);
    }

    static String place(String module, String execution) {
        return module + "/" + execution;
    }

    /** Where all files of such a run are. */
    public static Path folder(Path folderOfModule) {
        return folderOfModule.resolve("bisect");
    }
}
