package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.coordination.Probe.Failed;
import io.github.surefiremp.coordination.Probe.Launch;
import io.github.surefiremp.shapes.Shapes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class BodyEndTest {

    private static final LoggerRuntime RUNTIME = new LoggerRuntime();
    private static final Path SOURCE = Path.of("src/test/java/io/github/surefiremp/shapes/Shapes.java");

    enum Compiler {
        JAVAC_17("-g --release 17"),
        JAVAC_NEWEST("-g"),
        JAVAC_WITHOUT_LINES("-g:none"),
        ECJ_17("-g -17 -nowarn"),
        ECJ_WITHOUT_LINES("-g:none -17 -nowarn");

        private final String options;

        Compiler(String options) {
            this.options = options;
        }

        List<String> options() {
            return List.of(options.split(" "));
        }

        JavaCompiler tool() {
            return name().startsWith("ECJ") ? new EclipseCompiler() : ToolProvider.getSystemJavaCompiler();
        }
    }

    private static final Map<Compiler, byte[]> COMPILED = new EnumMap<>(Compiler.class);

    @TempDir
    static Path classes;

    @BeforeAll
    static void startCoverage() throws Exception {
        RUNTIME.startup(new RuntimeData());
    }

    @AfterAll
    static void stopCoverage() {
        RUNTIME.shutdown();
    }

    @BeforeEach
    void forget() {
        Probe.OUTCOMES.clear();
    }

    @Test
    void asTheBuildCompiledIt() throws Exception {
        assertThat(differences(found(Shapes.class))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void compiledBy(Compiler compiler) throws Exception {
        assertThat(differences(found(load(compiler, UnaryOperator.identity())))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void changedByJacoco(Compiler compiler) throws Exception {
        assertThat(differences(found(load(compiler, BodyEndTest::withCoverage))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC_17", "JAVAC_NEWEST"})
    void anotherAgentLeavesTheLines(Compiler compiler) throws Exception {
        Set<String> sameLine = new TreeSet<>();
        for (Method shape : shapes(Shapes.class)) {
            if (shape.getAnnotation(Ends.class).sameLine()) {
                sameLine.add(shape.getName());
            }
        }
        Map<String, String> differences = differences(found(load(compiler, BodyEndTest::withMoreInstructions)));
        assertThat(wrong(differences)).isEmpty();
        assertThat(differences.keySet()).allMatch(name -> sameLine.contains(name.replace(", failing", "")));
    }

    @ParameterizedTest
    @EnumSource(names = {"JAVAC_17", "JAVAC_NEWEST", "ECJ_17"})
    void anotherAgentNeverLeadsToAWrongAnswer(Compiler compiler) throws Exception {
        Map<String, String> differences = differences(found(load(compiler, BodyEndTest::withMoreInstructions)));
        assertThat(differences).isNotEmpty();
        assertThat(wrong(differences)).isEmpty();
    }

    @Test
    void aClassFileThatIsNotThereLeavesItUnknown() throws Exception {
        assertThat(wrong(found(load(new byte[0], compile(Compiler.JAVAC_17))))).isEmpty();
    }

    @Test
    void anUnreadableClassFileLeavesItUnknown() throws Exception {
        assertThat(wrong(found(load(new byte[] {1, 2, 3}, compile(Compiler.JAVAC_17)))))
                .isEmpty();
    }

    private static byte[] withCoverage(byte[] bytes) {
        try {
            return new Instrumenter(RUNTIME).instrument(bytes, "Shapes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withMoreInstructions(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        var method = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return new MethodVisitor(Opcodes.ASM9, method) {
                            @Override
                            public void visitVarInsn(int opcode, int variable) {
                                visitInsn(Opcodes.NOP);
                                super.visitVarInsn(opcode, variable);
                            }
                        };
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static Map<String, String> wrong(Map<String, String> differences) {
        Map<String, String> wrong = new TreeMap<>(differences);
        wrong.values().removeIf("[UNKNOWN]"::equals);
        return wrong;
    }

    private static Map<String, String> differences(Map<String, String> found) {
        Map<String, String> differences = new TreeMap<>(found);
        differences.entrySet().removeAll(expected().entrySet());
        return differences;
    }

    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        for (Method shape : shapes(Shapes.class)) {
            Ends ends = shape.getAnnotation(Ends.class);
            expected.put(shape.getName(), "[" + ends.quietly() + "]");
            expected.put(shape.getName() + ", failing", "[" + ends.failing() + "]");
        }
        return expected;
    }

    private static Map<String, String> found(Class<?> type) throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Method shape : shapes(type)) {
            found.put(shape.getName(), run(shape, () -> {}));
            found.put(shape.getName() + ", failing", run(shape, () -> {
                throw new Failed();
            }));
        }
        return found;
    }

    private static String run(Method shape, Launch launch) throws Exception {
        Probe.OUTCOMES.clear();
        try {
            shape.invoke(null, launch);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOfAny(Failed.class, RuntimeException.class);
        }
        return new TreeSet<>(Probe.OUTCOMES).toString();
    }

    private static List<Method> shapes(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Ends.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static Class<?> load(Compiler compiler, UnaryOperator<byte[]> agent) throws Exception {
        byte[] file = compile(compiler);
        return load(file, agent.apply(file));
    }

    private static Class<?> load(byte[] file, byte[] loaded) throws Exception {
        return new Loader(file, loaded).loadClass(Shapes.class.getName());
    }

    private static byte[] compile(Compiler compiler) throws IOException {
        if (COMPILED.containsKey(compiler)) {
            return COMPILED.get(compiler);
        }
        StringWriter messages = new StringWriter();
        List<String> options = new ArrayList<>(compiler.options());
        options.addAll(List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")));
        JavaCompiler tool = compiler.tool();
        try (var files = tool.getStandardFileManager(null, null, null)) {
            boolean compiled = tool.getTask(messages, files, null, options, null, files.getJavaFileObjects(SOURCE))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        byte[] file = Files.readAllBytes(classes.resolve("io/github/surefiremp/shapes/Shapes.class"));
        COMPILED.put(compiler, file);
        return file;
    }

    /** As with an agent: the class is another one than its class file says. */
    private static final class Loader extends ClassLoader {

        private final byte[] file;
        private final byte[] loaded;

        Loader(byte[] file, byte[] loaded) {
            super(BodyEndTest.class.getClassLoader());
            this.file = file;
            this.loaded = loaded;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Shapes.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : defineClass(name, loaded, 0, loaded.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            if (name.equals(Shapes.class.getName().replace('.', '/') + ".class")) {
                return file.length == 0 ? null : new ByteArrayInputStream(file);
            }
            return super.getResourceAsStream(name);
        }
    }
}
