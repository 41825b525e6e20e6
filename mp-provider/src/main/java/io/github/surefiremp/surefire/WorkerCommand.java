package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.surefire.fork.Fork;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.surefire.booter.ForkedBooter;
import org.apache.maven.surefire.shared.utils.cli.CommandLineException;
import org.apache.maven.surefire.shared.utils.cli.CommandLineUtils;

/** The command line, environment and working directory of a worker: those of a stock fork with the worker's number. */
final class WorkerCommand implements AutoCloseable {
    private static final String MAIN = ForkedBooter.class.getName();

    private static final List<String> SHELL_FOLDERS = List.of("PWD", "OLDPWD");

    private final Handoff handoff;
    private final Fork fork;
    private final Path folder;
    private final List<String> classPath;
    private final List<String> rest;
    private final List<String> front;
    private final List<String> archived;
    private final boolean manifestJar;
    private final boolean quick;
    private final boolean modular;
    private final List<String> workerArguments;
    private final List<String> hostArguments;
    /** What the processes are started from; Java opens it after the start. */
    private final Path shared;

    /**
     * Prepares what all workers share.
     *
     * @param fork how Surefire started its fork
     * @param modules the arguments with which Surefire sets up modules; without a module path they mean nothing
     * @param folder for the files of the command line
     * @param classPath all that a worker needs
     * @param archive for workers that are no modules
     * @param manifestJar whether the user's settings give forks a jar with a manifest
     * @param brief whether the tests compute little
     */
    WorkerCommand(
            Handoff handoff,
            Fork fork,
            List<String> modules,
            Path folder,
            List<String> classPath,
            Optional<WorkerArchive.Usable> archive,
            boolean manifestJar,
            boolean brief)
            throws IOException {
        this.handoff = handoff;
        this.fork = fork;
        this.folder = folder;
        this.classPath = List.copyOf(classPath);
        front = archive.map(usable -> usable.head().jars()).orElse(List.of());
        rest = archive.map(usable -> usable.head().rest()).orElse(this.classPath);
        archived = archive.map(WorkerArchive.Usable::arguments).orElse(List.of());
        this.manifestJar = manifestJar;
        this.quick = brief
                && handoff.debugLine().isEmpty()
                && QuickCompiler.fits(handoff.java(), handoff.argLine(), fork.environment());
        modular = isModular(modules);
        if (!modular && manifestJar) {
            Path jar = Files.createTempFile(folder, "mp-worker", ".jar");
            shared = jar;
            WorkerClassPath.writeJar(jar, rest, MAIN);
            hostArguments = withArchive("-classpath", path(jar));
            workerArguments =
                    front.isEmpty() ? List.of("-jar", jar.toString()) : withArchive("-classpath", path(jar), MAIN);
        } else {
            Path arguments = Files.createTempFile(folder, "mp-worker", ".args");
            shared = arguments;
            List<String> lines = new ArrayList<>();
            if (modular) {
                lines.addAll(modules);
                lines.addAll(handoff.providerJvmArguments());
            }
            lines.addAll(classPathArguments());
            writeArguments(arguments, lines);
            workerArguments = withArchive("@" + arguments, MAIN);
            hostArguments = withArchive("@" + arguments);
        }
    }

    /**
     * A process that is ready to start.
     *
     * @param debug the worker waits for a debugger if the user asked for one
     * @param dumpName name of the files into which Surefire dumps trouble
     * @param booterFile name of the worker's settings in the folder
     * @param propertiesFile name of the worker's system properties in the folder
     */
    ProcessBuilder process(int number, boolean debug, String dumpName, String booterFile, String propertiesFile)
            throws IOException {
        List<String> command = jvm(number);
        if (debug) {
            command.addAll(split(handoff.debugLine()));
        }
        command.addAll(workerArguments);
        command.addAll(List.of(folder.toString(), dumpName, booterFile, propertiesFile));
        return process(command, number);
    }

    /**
     * A process with the tests' class path and arguments that is no worker.
     *
     * @param main its class
     * @param settings its only argument
     */
    ProcessBuilder host(String main, Path settings) throws IOException {
        List<String> command = jvm(0);
        command.addAll(hostArguments);
        command.addAll(List.of(main, settings.toString()));
        return process(command, 0);
    }

    /**
     * A process with the tests' class path and arguments that becomes a worker later, whichever number that has.
     *
     * @param main its class
     */
    ProcessBuilder ahead(String main) throws IOException {
        List<String> command = jvm(0);
        command.addAll(hostArguments);
        command.add(main);
        return process(command, 0);
    }

    /** What a worker's JVM shows as its main class or jar. */
    String shown() {
        return workerArguments.get(0).equals("-jar") ? workerArguments.get(1) : MAIN;
    }

    /** Whether arguments set up modules: without a module path they mean nothing. */
    static boolean isModular(List<String> modules) {
        return modules.stream().anyMatch(argument -> argument.startsWith("--module-path="));
    }

    /** Whether the tests are modules, which are read when a JVM starts. */
    boolean isModular() {
        return modular;
    }

    /** Whether a worker is started from a jar with a manifest. */
    boolean isFromJar() {
        return manifestJar && !modular;
    }

    List<String> classPath() {
        return classPath;
    }

    /** Java and the arguments of a worker's JVM, without the class path. */
    List<String> jvm(int number) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(handoff.java());
        if (quick) {
            command.add(QuickCompiler.ARGUMENT);
        }
        command.addAll(split(Handoff.withNumber(handoff.argLine(), number)));
        return command;
    }

    /**
     * A process with a worker's class path in the form that a worker has, but with files of its own, because it
     * outlives the controller. Not for modules.
     *
     * @param main its class
     * @param own where its files are
     */
    ProcessBuilder detached(int number, String main, Path own) throws IOException {
        List<String> command = jvm(number);
        if (isFromJar()) {
            Path jar = own.resolve("classpath.jar");
            WorkerClassPath.writeJar(jar, rest, main);
            command.addAll(
                    front.isEmpty() ? List.of("-jar", jar.toString()) : withArchive("-classpath", path(jar), main));
        } else {
            Path arguments = own.resolve("classpath.args");
            writeArguments(arguments, classPathArguments());
            command.addAll(withArchive("@" + arguments, main));
        }
        return process(command, number);
    }

    /** The environment and the working directory of a worker. */
    ProcessBuilder surroundings(int number) throws IOException {
        return process(jvm(number), number);
    }

    /** Removes the file that all processes are started from; a JVM that runs has read it. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(shared);
    }

    private List<String> withArchive(String... arguments) {
        List<String> all = new ArrayList<>(archived);
        all.addAll(List.of(arguments));
        return List.copyOf(all);
    }

    /** The front must be on the class path itself for the JVM to recognise it. */
    private String path(Path jar) {
        List<String> path = new ArrayList<>(front);
        path.add(jar.toString());
        return String.join(File.pathSeparator, path);
    }

    private List<String> classPathArguments() {
        List<String> path = new ArrayList<>(front);
        path.addAll(rest);
        return List.of("-classpath", String.join(File.pathSeparator, path));
    }

    private static void writeArguments(Path file, List<String> lines) throws IOException {
        Files.write(file, lines.stream().map(WorkerCommand::quoted).toList());
    }

    private ProcessBuilder process(List<String> command, int number) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(fork.environment());
        for (Map.Entry<String, String> variable : handoff.environment().entrySet()) {
            builder.environment().put(variable.getKey(), Handoff.withNumber(variable.getValue(), number));
        }
        Path directory = Path.of(Handoff.withNumber(handoff.workingDirectory(), number));
        Files.createDirectories(directory);
        // Surefire starts its fork through a shell, which leaves them behind.
        for (String variable : SHELL_FOLDERS) {
            builder.environment().replace(variable, fork.directory(), directory.toString());
        }
        return builder.directory(directory.toFile());
    }

    private static List<String> split(String line) throws IOException {
        try {
            return line.isBlank() ? List.of() : List.of(CommandLineUtils.translateCommandline(line));
        } catch (CommandLineException e) {
            throw new IOException("the argLine cannot be split into arguments: " + line, e);
        }
    }

    /** In an argument file a quoted argument may hold blanks; a backslash is an escape. */
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
