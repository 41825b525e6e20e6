package io.github.surefiremp.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A class path with the jars in front whose classes an archive may hold. The JVM takes an archive only if the class
 * path begins with the jars for which it was made, and those must not be folders.
 *
 * @param jars what comes to the front, in the order in which it was
 * @param passed what was before one of them, and comes after all of them now
 * @param rest all that is no jar of the front, in the order in which it was
 */
public record Head(List<String> jars, List<String> passed, List<String> rest) {
    /**
     * Reorders a class path.
     *
     * @param first which jars come to the front
     */
    public static Head of(List<String> classPath, Predicate<String> first) {
        List<String> jars = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        int passed = 0;
        for (String element : classPath) {
            if (element.endsWith(".jar") && first.test(element)) {
                jars.add(element);
                passed = rest.size();
            } else {
                rest.add(element);
            }
        }
        return new Head(List.copyOf(jars), List.copyOf(rest.subList(0, passed)), List.copyOf(rest));
    }

    /** The jars that were passed; what is in them does not change from build to build. */
    List<String> passedJars() {
        return passed.stream()
                .filter(element -> Files.isRegularFile(Path.of(element)))
                .toList();
    }

    /** By what the front can be found on a class path. */
    Set<String> entries() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String jar : jars) {
            names.addAll(JarEntries.of(jar));
        }
        return names;
    }

    /** What would be found in another place than before, because it is in a jar of the front and in a passed jar. */
    Optional<String> sharedWithJar(Set<String> entries) throws IOException {
        for (String jar : passedJars()) {
            for (String name : JarEntries.of(jar)) {
                if (entries.contains(name)) {
                    return Optional.of(name + " is in " + jar + ", too");
                }
            }
        }
        return Optional.empty();
    }

    /** The same for folders. */
    Optional<String> sharedWithFolder(Set<String> entries) {
        Set<String> tops = new TreeSet<>();
        entries.forEach(name -> tops.add(top(name)));
        for (String element : passed) {
            Path folder = Path.of(element);
            if (Files.isDirectory(folder)) {
                for (String top : tops) {
                    if (Files.exists(folder.resolve(top))) {
                        Optional<String> shared = entries.stream()
                                .filter(name -> top(name).equals(top) && Files.exists(folder.resolve(name)))
                                .findFirst();
                        if (shared.isPresent()) {
                            return shared.map(name -> name + " is in " + folder + ", too");
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The first two names of a path, so that not all have to be looked for. */
    private static String top(String name) {
        int first = name.indexOf('/');
        int second = first < 0 ? -1 : name.indexOf('/', first + 1);
        return second < 0 ? name : name.substring(0, second);
    }
}
