package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class JvmStateTest {
    private final List<String> log = new ArrayList<>();
    private final Properties properties = System.getProperties();
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final InputStream real = System.in;
    /** Not the one of Surefire's fork, whose reader keeps everybody waiting until Maven sends something. */
    private final InputStream in = InputStream.nullInputStream();

    private JvmState jvm = new JvmState(log::add, JvmStateTest.class.getClassLoader());

    @BeforeEach
    void useACopyOfTheProperties() {
        System.setIn(in);
        System.setProperties((Properties) properties.clone());
        System.setProperty("mp.test.known", "at first");
        System.setProperty("mp.test.zone", "whatever");
        jvm = new JvmState(log::add, JvmStateTest.class.getClassLoader());
        jvm.mark();
    }

    @AfterEach
    void putAllBack() {
        System.setProperties(properties);
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        System.setOut(out);
        System.setErr(err);
        System.setIn(real);
    }

    private void end(Class<?> type) {
        jvm.restore(List.of(type.getName()), true);
    }

    @Test
    void givesBackWhatTheClassItselfChanged() {
        Careless.locale();
        Careless.zone();
        Careless.streams();
        Careless.properties();
        end(Careless.class);
        assertThat(Locale.getDefault()).isEqualTo(locale);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(locale);
        assertThat(TimeZone.getDefault()).isEqualTo(zone);
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
        assertThat(System.in).isSameAs(in);
        assertThat(System.getProperty("mp.test.known")).isEqualTo("at first");
        assertThat(System.getProperty("mp.test.new")).isNull();
        assertThat(log)
                .singleElement()
                .asString()
                .contains("Careless left System.out and System.err and System.in and the default locale");
    }

    @Test
    void leavesWhatOtherCodeChanged() {
        Careless.locale();
        Careless.zone();
        Careless.streams();
        Careless.properties();
        PrintStream left = System.out;
        end(FramesTest.class);
        assertThat(Locale.getDefault()).isEqualTo(Locale.JAPAN);
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Tokyo");
        assertThat(System.out).isSameAs(left);
        assertThat(System.getProperty("mp.test.known")).isEqualTo("changed");
        assertThat(System.getProperty("mp.test.new")).isEqualTo("left");
        assertThat(log).isEmpty();
    }

    @Test
    void leavesAPropertyThatTheClassDoesNotName() {
        System.setProperty("mp.test.of" + ".a.library", "started");
        end(Careless.class);
        assertThat(System.getProperty("mp.test.of.a.library")).isEqualTo("started");
    }

    @Test
    void givesBackClearedPropertiesAndAllThatWereTakenAway() {
        Careless.Nested.cleared();
        end(Careless.class);
        assertThat(System.getProperty("mp.test.known")).isEqualTo("at first");
        jvm.mark();
        Careless.noProperties();
        end(Careless.class);
        assertThat(System.getProperty("java.home")).isEqualTo(properties.getProperty("java.home"));
        assertThat(System.getProperty("mp.test.zone")).isEqualTo("whatever");
    }

    @Test
    void tellsOfEachThingOnce() {
        for (int i = 0; i < 3; i++) {
            jvm.mark();
            Careless.zone();
            end(Careless.class);
        }
        assertThat(log).hasSize(1);
    }

    @Test
    void saysWhatCannotBePutBackAndPutsBackTheRest() {
        Careless.locale();
        Careless.stubbornProperties();
        assertThat(jvm.restore(List.of(Careless.class.getName()), true))
                .isEqualTo(Careless.class.getName()
                        + " left system properties (java.lang.SecurityException) in a state that cannot be put back");
        assertThat(Locale.getDefault()).isEqualTo(locale);
    }

    @Test
    void whatCouldBePutBackIsNoReasonToReplaceTheWorker() {
        Careless.locale();
        Careless.properties();
        assertThat(jvm.restore(List.of(Careless.class.getName()), true)).isEmpty();
    }

    @Test
    void keepsWhatAStaticInitialiserMayHaveDoneForTheOtherPartsOfAClass() {
        CarelessOnce.zone();
        jvm.restore(List.of(CarelessOnce.class.getName()), false);
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void aClassThatIsGoneChangedNothing() {
        Careless.zone();
        jvm.restore(List.of("no.such.Class"), true);
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void givesTheThreadBackWhateverChangedIt() throws Exception {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        ClassLoader loader = thread.getContextClassLoader();
        int priority = thread.getPriority();
        try (URLClassLoader other = new URLClassLoader(new URL[0])) {
            thread.setName("left");
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.setContextClassLoader(other);
            thread.interrupt();
            end(FramesTest.class);
            assertThat(thread.isInterrupted()).isFalse();
            assertThat(thread.getName()).isEqualTo(name);
            assertThat(thread.getPriority()).isEqualTo(priority);
            assertThat(thread.getContextClassLoader()).isSameAs(loader);
        } finally {
            thread.setName(name);
            thread.setPriority(priority);
            thread.setContextClassLoader(loader);
        }
    }

    @Test
    void aClosedStandardInputIsAtItsEndAgain() throws Exception {
        System.setIn(new FileInputStream("/dev/null"));
        jvm = new JvmState(log::add, JvmStateTest.class.getClassLoader());
        jvm.mark();
        System.in.close();
        end(FramesTest.class);
        assertThat(System.in.read()).isEqualTo(-1);
    }
}
