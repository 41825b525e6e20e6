package io.github.surefiremp.discover;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.model.SetUp;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With Spring as it is; {@link SpringSamples} says if a context starts. */
class SpringContextsTest {
    private final SpringContexts contexts = new SpringContexts();

    private List<SetUp> of(Class<?> type) {
        return contexts.of(type);
    }

    private String key(Class<?> type) {
        assertThat(of(type)).hasSize(1);
        return of(type).get(0).key();
    }

    private String name(Class<?> type) {
        return of(type).get(0).name();
    }

    @Test
    void equalConfigurationsHaveOneKey() {
        assertThat(key(SpringSamples.ShopTest.class))
                .startsWith("spring:")
                .isEqualTo(key(SpringSamples.OtherShopTest.class))
                .isEqualTo(key(SpringSamples.ShopTestHeir.class));
        assertThat(of(SpringSamples.ShopTest.class)).singleElement().matches(SetUp::kept);
    }

    @Test
    void allOthersHaveKeysOfTheirOwn() {
        List<String> keys =
                SpringSamples.ALL.stream().map(type -> of(type).get(0).key()).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void theyAreTheSameInAnotherJvm() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keys.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(other.getInputStream().readAllBytes(), UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(printed.strip()).isEqualTo(Keys.text());
    }

    /** Prints the keys of all samples, which were looked at in the opposite order. */
    static final class Keys {
        public static void main(String[] arguments) {
            SpringContexts contexts = new SpringContexts();
            for (int i = SpringSamples.ALL.size() - 1; i >= 0; i--) {
                contexts.of(SpringSamples.ALL.get(i));
            }
            System.out.println(text());
        }

        static String text() {
            return SpringSamples.ALL.stream()
                    .map(type -> type.getSimpleName() + " "
                            + new SpringContexts()
                                    .of(type).stream().map(SetUp::key).toList())
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void namesSayWhatTheyAreMadeOf() {
        assertThat(name(SpringSamples.ShopTest.class)).isEqualTo("Spring context of Shop");
        assertThat(name(SpringSamples.CartTest.class)).isEqualTo("Spring context of Shop, Cart");
        assertThat(name(SpringSamples.NightTest.class)).isEqualTo("Spring context of Shop (profile test night)");
        assertThat(name(SpringSamples.XmlTest.class)).isEqualTo("Spring context of beans.xml");
        assertThat(name(SpringSamples.EuroTest.class))
                .as("without values")
                .isEqualTo("Spring context of Shop (with shop.currency shop.password)");
    }

    @Test
    void nestedClassesHaveThoseOfTheirOwnConfigurations() {
        List<SetUp> found = new SetUps().of(SpringSamples.WithNested.class);

        assertThat(found)
                .extracting(SetUp::name)
                .containsExactlyInAnyOrder(
                        "Spring context of Shop",
                        "Spring context of Shop (profile inner)",
                        "Spring context of Shop (profile dirty)");
        assertThat(found)
                .filteredOn(setUp -> !setUp.kept())
                .extracting(SetUp::name)
                .containsExactly("Spring context of Shop (profile dirty)");
        assertThat(found).extracting(SetUp::key).contains(key(SpringSamples.ShopTest.class));
    }

    @Test
    void whatATestDirtiesIsNotKept() {
        assertThat(key(SpringSamples.DirtyTest.class)).isEqualTo(key(SpringSamples.ShopTest.class));
        assertThat(of(SpringSamples.DirtyTest.class)).noneMatch(SetUp::kept);
    }

    @Test
    void theParentsOfAContextAreSetUpsToo() {
        List<SetUp> found = of(SpringSamples.WithParent.class);

        assertThat(found).extracting(SetUp::name).containsExactly("Spring context of Cart", "Spring context of Shop");
        assertThat(found.get(1).key()).isEqualTo(key(SpringSamples.ShopTest.class));
    }

    @Test
    void theClassForWhichACustomizerWasMadeDoesNotCount() {
        assertThat(key(SpringSamples.NamedTest.class))
                .isEqualTo(new SpringContexts()
                        .of(SpringSamples.SameNameTest.class)
                        .get(0)
                        .key())
                .isNotEqualTo(key(SpringSamples.OtherNameTest.class));
    }

    @Test
    void whatSpringTakesForEqualHasOneKeyWhateverItHolds() {
        assertThat(key(SpringSamples.UnclearTest.class)).isEqualTo(key(SpringSamples.OtherUnclearTest.class));
    }

    @Test
    void whatIsMadeForOneClassAloneHasItsOwnKey() {
        assertThat(key(SpringSamples.AnewTest.class)).isNotEqualTo(key(SpringSamples.OtherAnewTest.class));
        assertThat(key(SpringSamples.SingleTest.class)).isEqualTo(key(SpringSamples.OtherSingleTest.class));
    }

    @Test
    void aBrokenConfigurationIsNoSetUpAndSaysWhyInsteadOfPrinting() {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            assertThat(of(SpringSamples.Broken.class)).isEmpty();
        } finally {
            System.setOut(out);
        }

        assertThat(printed.toString(UTF_8)).isEmpty();
        assertThat(contexts.troubles()).singleElement().asString().contains("Broken", "no profile today");
        assertThat(contexts.troubles()).isEmpty();
    }

    @Test
    void aClassThatSpringDoesNotDriveNeedsNone() {
        assertThat(of(SpringTestsTest.Undriven.class)).isEmpty();
        assertThat(of(String.class)).isEmpty();
    }
}
