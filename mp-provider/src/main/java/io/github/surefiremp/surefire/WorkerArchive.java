package io.github.surefiremp.surefire;

import io.github.surefiremp.archive.ArchiveMaker;
import io.github.surefiremp.archive.ClassArchive;
import io.github.surefiremp.archive.Head;
import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.PrivateFolder;
import io.github.surefiremp.run.WorkerProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether workers start from an archive of their classes. Trouble with it costs nothing but time, so it is told in the
 * debug log alone. For one thread.
 */
final class WorkerArchive {
    /**
     * With these the JVM would not take the archive, would take it for no gain, or has one of the user's. Agents look at
     * each class that is loaded, and the JVM reads it again for them.
     */
    private static final Pattern USERS = Pattern.compile("-Xshare|-Xlog|-Xbootclasspath|-Xverify|-Xint|-Xcomp"
            + "|-javaagent|-agentlib|-agentpath|-Xrun|(^|\\s)(@|-p\\s|-m\\s|-d32)"
            + "|--(module-path|patch-module|upgrade-module-path|limit-modules|module)"
            + "|-XX:\\S*(Shar|Archive|Dump|AOT|CDS|JVMCI|Compressed|Alignment|BytecodeVerification"
            + "|ZGC|Shenandoah|Epsilon|Flags=|VMOptionsFile=|CompactObjectHeaders)"
            + "|(-Xmx|HeapSize=)(\\d+[tT]|(3[2-9]|[4-9]\\d|\\d{3,})[gG]|\\d{5,}[mM]|\\d{8,})");

    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** What the JUnit Platform brings: each of them is on the class path of each project that uses it. */
    private static final Pattern PLATFORM =
            Pattern.compile(".*/(junit-(jupiter|platform|vintage)-[^/]*|opentest4j-[^/]*"
                    + "|apiguardian-api-[^/]*|jspecify-[^/]*)\\.jar");

    private final Consumer<String> debug;
    private final Handoff.Archives settings;
    private @Nullable ClassArchive wanted;

    /**
     * What workers are started with.
     *
     * @param head the class path in the order that the archive needs
     */
    record Usable(Path archive, Head head) {
        /** The JVM goes on without an archive that does not fit, but newer ones would print that to the tests' output. */
        List<String> arguments() {
            return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
        }
    }

    /** @param debug takes what only a debug log shows */
    WorkerArchive(Handoff.Archives settings, Consumer<String> debug) {
        this.settings = settings;
        this.debug = debug;
    }

    /**
     * The archive for the workers of a run, if there is one.
     *
     * @param environment of the JVM
     * @param classPath all that a worker needs
     * @param provider what of it is for the provider
     * @param plain whether all of it is on the class path of the JVM itself, and nothing is a module
     */
    Optional<Usable> find(
            Handoff handoff,
            Map<String, String> environment,
            List<String> classPath,
            List<String> provider,
            boolean plain) {
        Optional<String> obstacle = obstacle(handoff, environment, plain);
        if (obstacle.isPresent()) {
            debug.accept("mp: no archive of classes: " + obstacle.get());
            return Optional.empty();
        }
        try {
            PrivateFolder.open(settings.folder());
            Set<String> providers = new HashSet<>(provider);
            int booter = booterJars(classPath);
            Set<String> first = new HashSet<>(classPath.subList(0, booter));
            Head head = Head.of(
                    classPath,
                    element -> first.contains(element)
                            || providers.contains(element)
                            || PLATFORM.matcher(element).matches());
            ClassArchive archive = ClassArchive.of(settings.folder(), Path.of(handoff.java()), head);
            Optional<Path> file = archive.file();
            if (file.isEmpty()) {
                wanted = archive;
            }
            return file.map(found -> new Usable(found, head));
        } catch (IOException e) {
            debug.accept("mp: no archive of classes: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Surefire's own are in front in any case. */
    private static int booterJars(List<String> classPath) {
        int count = 0;
        while (count < classPath.size()
                && classPath.get(count).contains("surefire")
                && classPath.get(count).endsWith(".jar")) {
            count++;
        }
        return count;
    }

    private Optional<String> obstacle(Handoff handoff, Map<String, String> environment, boolean plain) {
        if (!settings.used()) {
            return Optional.of("mp.classArchive=false");
        }
        if (!ArchiveMaker.isPossible()) {
            return Optional.of("it needs /bin/sh and /dev/null");
        }
        if (!WorkerProvider.runsUnits(handoff.providerClass())) {
            return Optional.of("the tests do not run on the JUnit Platform but with " + handoff.providerClass());
        }
        if (!plain) {
            return Optional.of("the tests are modules, or have a class loader of their own");
        }
        if (!handoff.debugLine().isEmpty()) {
            return Optional.of("the worker waits for a debugger");
        }
        if (!QuickCompiler.isHotSpot(handoff.java())) {
            return Optional.of(handoff.java() + " is no HotSpot JVM");
        }
        if (USERS.matcher(handoff.argLine()).find()
                || VARIABLES.stream()
                        .anyMatch(name -> USERS.matcher(environment.getOrDefault(name, ""))
                                .find())) {
            return Optional.of("an argument of the JVM is against it: " + handoff.argLine());
        }
        return Optional.empty();
    }

    /** Sees to it that the next builds have one. */
    void close() {
        if (wanted != null) {
            try {
                wanted.want();
            } catch (IOException e) {
                debug.accept("mp: no archive of classes: " + e.getMessage());
            }
        }
    }
}
