package io.github.surefiremp.plugin.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveTextTest {
    private static final List<String> SHOP = List.of("3 of 9 classes, 40 tests", "CartTest.adds 12 s", "OrderTest 2 s");

    @Test
    void oneRunHasNoName() {
        assertThat(LiveText.line(List.of(Map.entry("shop", SHOP)), 200))
                .isEqualTo("mp: 3 of 9 classes, 40 tests | CartTest.adds 12 s | OrderTest 2 s");
    }

    @Test
    void severalHave() {
        assertThat(LiveText.line(List.of(Map.entry("shop", SHOP), Map.entry("bank", List.of("looks for tests"))), 200))
                .isEqualTo("mp: shop: 3 of 9 classes, 40 tests | bank: looks for tests | CartTest.adds 12 s"
                        + " | OrderTest 2 s");
    }

    @Test
    void whatHasEndedIsGone() {
        assertThat(LiveText.line(List.of(Map.entry("bank", List.of()), Map.entry("shop", SHOP)), 200))
                .startsWith("mp: 3 of 9");
        assertThat(LiveText.line(List.of(Map.entry("bank", List.of())), 200)).isEmpty();
        assertThat(LiveText.line(List.of(), 200)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        for (int columns = 1; columns < 80; columns++) {
            assertThat(LiveText.line(List.of(Map.entry("shop", SHOP)), columns)).hasSizeLessThanOrEqualTo(columns);
        }
        assertThat(LiveText.line(List.of(Map.entry("shop", SHOP)), 55))
                .isEqualTo("mp: 3 of 9 classes, 40 tests | CartTest.adds 12 s");
        assertThat(LiveText.line(List.of(Map.entry("shop", SHOP)), 10)).isEqualTo("mp: 3 of …");
        assertThat(LiveText.line(
                        List.of(Map.entry("shop", List.of("1 test", "CartTest.addsWhatIsNotThere 1 min 12 s"))), 40))
                .isEqualTo("mp: 1 test | CartTest.addsWh… 1 min 12 s")
                .hasSize(40);
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(LiveText.line(List.of(Map.entry("shop", List.of("1 test", "買う 1 s"))), 20))
                .isEqualTo("mp: 1 test");
        assertThat(LiveText.line(List.of(Map.entry("shop", List.of("1 test", "買う 1 s"))), 21))
                .isEqualTo("mp: 1 test | 買う 1 s");
    }

    @Test
    void namesCannotControlTheTerminal() {
        assertThat(LiveText.line(List.of(Map.entry("shop", List.of("1 test", "a\033[2J\r\nb\u202e 1 s"))), 200))
                .isEqualTo("mp: 1 test | a?[2J??b? 1 s");
    }
}
