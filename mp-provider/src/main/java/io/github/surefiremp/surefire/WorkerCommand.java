package io.github.surefiremp.surefire;

import io.github.surefiremp.model.Handoff;
import io.github.surefiremp.model.ProcessFiles;
import io.github.surefiremp.surefire.fork.Fork;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * @param manifestJar whether the user's settings give forks a jar with a manifest
     * @param quick whether the thorough compiler should be left out, if nothing speaks against it
     */
    WorkerCommand(
            Handoff handoff,
            Fork fork,
            List<String> modules,
            Path folder,
            List<String> classPath,
            boolean manifestJar,
            boolean quick)
            throws IOException {
        this.handoff = handoff;
        this.fork = fork;
        this.folder = folder;
        this.classPath = List.copyOf(classPath);
        this.manifestJar = manifestJar;
        this.quick = quick
                && handoff.debugLine().isEmpty()
                && QuickCompiler.fits(handoff.java(), handoff.argLine(), fork.environment());
        modular = modules.stream().anyMatch(argument -> argument.startsWith("--module-path="));
        if (!modular && manifestJar) {
            Path jar = ProcessFiles.create(folder, "mp-worker", ".jar");
            shared = jar;
            WorkerClassPath.writeJar(jar, classPath, MAIN);
            workerArguments = List.of("-jar", jar.toString());
            hostArguments = List.of("-classpath", jar.toString());
        } else {
            Path arguments = ProcessFiles.create(folder, "mp-worker", ".args");
            shared = arguments;
            List<String> lines = new ArrayList<>();
            if (modular) {
                lines.addAll(modules);
                lines.addAll(handoff.providerJvmArguments());
            }
            lines.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
            writeArguments(arguments, lines);
            workerArguments = List.of("@" + arguments, MAIN);
            hostArguments = List.of("@" + arguments);
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
        return workerArguments.get(1);
    }

    /** Whether the thorough compiler is left out. */
    boolean isQuick() {
        return quick;
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
            WorkerClassPath.writeJar(jar, classPath, main);
            command.addAll(List.of("-jar", jar.toString()));
        } else {
            Path arguments = own.resolve("classpath.args");
            writeArguments(arguments, List.of("-classpath", String.join(File.pathSeparator, classPath)));
            command.addAll(List.of("@" + arguments, main));
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
