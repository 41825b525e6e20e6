package io.github.surefiremp.plugin.bisect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VictimTest {
    @Test
    void isAClassOrAMethod() throws BisectException {
        assertThat(Victim.parse(" ShopTest ")).isEqualTo(new Victim("ShopTest", ""));
        assertThat(Victim.parse("a.ShopTest#pays")).isEqualTo(new Victim("a.ShopTest", "pays"));
        assertThat(Victim.parse("a/ShopTest.java")).isEqualTo(new Victim("a.ShopTest", ""));
        assertThat(Victim.parse("ShopTest$Inner")).isEqualTo(new Victim("ShopTest", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A,B", "Shop*", "ShopTest#pays*", "!ShopTest", "%regex[.*]", "A#a+b"})
    void isNothingElse(String test) {
        assertThatThrownBy(() -> Victim.parse(test))
                .isInstanceOf(BisectException.class)
                .hasMessageContaining("name the one test class that fails")
                .hasMessageContaining(test.trim());
    }

    @Test
    void hasItsTestsAndWhatFailsOutsideOfThem() {
        Victim shop = new Victim("a.ShopTest", "");
        assertThat(shop.has("a.ShopTest", "pays")).isTrue();
        assertThat(shop.has("a.ShopTest$Inner", "pays")).isTrue();
        assertThat(shop.has("a.ShopTest2", "pays")).isFalse();
        Victim pays = new Victim("a.ShopTest", "pays");
        assertThat(pays.has("a.ShopTest", "pays")).isTrue();
        assertThat(pays.has("a.ShopTest", "pays(int)[1]")).isTrue();
        assertThat(pays.has("a.ShopTest", "")).isTrue();
        assertThat(pays.has("a.ShopTest", "paysLater")).isFalse();
    }

    @Test
    void isFoundByItsSimpleNameOrThatWithSomePackages() {
        assertThat(new Victim("ShopTest", "").isCalled("a.b.ShopTest")).isTrue();
        assertThat(new Victim("b.ShopTest", "").isCalled("a.b.ShopTest")).isTrue();
        assertThat(new Victim("b.ShopTest", "").isCalled("b.ShopTest")).isTrue();
        assertThat(new Victim("b.ShopTest", "").isCalled("a.ShopTest")).isFalse();
        assertThat(new Victim("Test", "").isCalled("a.ShopTest")).isFalse();
    }
}
