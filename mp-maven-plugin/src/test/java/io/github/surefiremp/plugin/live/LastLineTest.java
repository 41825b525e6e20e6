package io.github.surefiremp.plugin.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it replaces System.out")
class LastLineTest {
    private static final String ERASE = "\r\033[K";

    private final PrintStream original = System.out;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private LastLine line;

    @BeforeEach
    void install() {
        System.setOut(new PrintStream(screen, true));
        line = LastLine.install(() -> {});
    }

    @AfterEach
    void putBack() {
        System.setOut(original);
    }

    @Test
    void whatIsPrintedTakesItsPlace() {
        line.show("1 of 2");
        System.out.println("a line");
        line.show("2 of 2");
        line.show("2 of 2");
        line.remove();

        assertThat(text()).isEqualTo("1 of 2" + ERASE + "a line" + System.lineSeparator() + "2 of 2" + ERASE);
    }

    @Test
    void itReplacesItself() {
        line.show("1");
        line.show("2");
        line.show("");

        assertThat(text()).isEqualTo("1" + ERASE + "2" + ERASE);
    }

    @Test
    void halfALineIsLeftAlone() {
        System.out.print("Tests run: ");
        line.show("1 of 2");
        System.out.println("7");
        line.show("1 of 2");

        assertThat(text()).isEqualTo("Tests run: 7" + System.lineSeparator() + "1 of 2");
    }

    @Test
    void bytesAndCharactersPassUnchanged() {
        byte[] bytes = {0, (byte) 0xff, 'x'};
        System.out.write(bytes, 0, bytes.length);
        assertThat(screen.toByteArray()).isEqualTo(bytes);
        System.out.print("ü");
        System.out.printf("%d", 1);
        assertThat(text()).endsWith("xü1");
    }

    @Test
    void whoReplacedItMeanwhileStays() {
        PrintStream other = new PrintStream(new ByteArrayOutputStream());
        System.setOut(other);
        line.remove();

        assertThat(System.out).isSameAs(other);
    }

    private String text() {
        return screen.toString(Charset.defaultCharset());
    }
}
