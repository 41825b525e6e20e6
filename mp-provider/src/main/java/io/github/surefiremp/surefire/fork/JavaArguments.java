package io.github.surefiremp.surefire.fork;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a java command.
 *
 * @param modules those that set up modules, in the form {@code --name=value}
 * @param classPath as it is written there; null if it is not there
 * @param jar what is started with {@code -jar}; null if a class is
 * @param rest what comes after that jar or class
 */
public record JavaArguments(
        List<String> modules,
        @Nullable String classPath,
        @Nullable String jar,
        List<String> rest) {
    private static final Set<String> MODULES =
            Set.of("--module-path", "--patch-module", "--add-modules", "--add-reads", "--add-opens", "--add-exports");
    private static final Set<String> CLASS_PATH = Set.of("--class-path", "-classpath", "-cp");

    /**
     * Reads a command as java does.
     *
     * @param command without java itself; may name files with arguments
     * @param environment where java looks for a class path that is not in the command
     */
    public static JavaArguments parse(List<String> command, Map<String, String> environment) throws IOException {
        List<String> all = expand(command);
        List<String> modules = new ArrayList<>();
        String classPath = environment.get("CLASSPATH");
        for (int i = 0; i < all.size(); i++) {
            String argument = all.get(i);
            String value = i + 1 < all.size() ? all.get(i + 1) : "";
            if (argument.equals("-jar")) {
                return new JavaArguments(modules, null, value, all.subList(Math.min(i + 2, all.size()), all.size()));
            } else if (CLASS_PATH.contains(argument)) {
                classPath = value;
                i++;
            } else if (MODULES.contains(argument)) {
                modules.add(argument + "=" + value);
                i++;
            } else if (MODULES.stream().anyMatch(name -> argument.startsWith(name + "="))) {
                modules.add(argument);
            } else if (!argument.startsWith("-")) {
                return new JavaArguments(modules, classPath, null, all.subList(i + 1, all.size()));
            }
        }
        throw new IOException("mp cannot find what Surefire would start; its command is: " + command);
    }

    private static List<String> expand(List<String> command) throws IOException {
        List<String> all = new ArrayList<>();
        for (String argument : command) {
            if (argument.startsWith("@") && argument.length() > 1) {
                // Surefire writes it so, and java reads it so.
                all.addAll(words(Files.readString(Path.of(argument.substring(1)), Charset.defaultCharset())));
            } else {
                all.add(argument);
            }
        }
        return all;
    }

    /** White space divides, quotation marks hold together, and in them a backslash is an escape. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(next)) {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
                continue;
            }
            if (word == null) {
                word = new StringBuilder();
            }
            if (quote != 0 && next == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (next == quote) {
                quote = 0;
            } else if (quote == 0 && (next == '"' || next == '\'')) {
                quote = next;
            } else {
                word.append(next);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    /** The elements of a class path. */
    public static List<String> elements(String path) {
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .filter(element -> !element.isEmpty())
                .toList();
    }
}
