package io.github.surefiremp.discover;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ActiveProfilesResolver;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.context.support.DefaultTestContextBootstrapper;

/** Test classes with Spring; no context of theirs may start. */
final class SpringSamples {
    private SpringSamples() {}

    @Configuration
    static class Shop {
        static {
            started();
        }
    }

    @Configuration
    static class Cart {}

    static void started() {
        throw new AssertionError("a configuration was initialised");
    }

    @SpringJUnitConfig(Shop.class)
    static class ShopTest {}

    @SpringJUnitConfig(Shop.class)
    static class OtherShopTest {}

    static class ShopTestHeir extends ShopTest {}

    @SpringJUnitConfig({Shop.class, Cart.class})
    static class CartTest {}

    @SpringJUnitConfig(Shop.class)
    @ActiveProfiles({"test", "night"})
    static class NightTest {}

    @SpringJUnitConfig(Shop.class)
    @TestPropertySource(properties = {"shop.currency=EUR", "shop.password: secret"})
    static class EuroTest {}

    @SpringJUnitConfig(Shop.class)
    @TestPropertySource(properties = {"shop.currency=USD", "shop.password: secret"})
    static class DollarTest {}

    @SpringJUnitConfig(locations = "classpath:shop/beans.xml")
    static class XmlTest {}

    @SpringJUnitConfig(Shop.class)
    static class DynamicTest {
        @DynamicPropertySource
        static void url(DynamicPropertyRegistry registry) {
            registry.add("url", () -> "x");
        }
    }

    @SpringJUnitConfig(Shop.class)
    @DirtiesContext
    static class DirtyTest {}

    @SpringJUnitConfig(Shop.class)
    static class WithNested {
        @Nested
        class Same {}

        @Nested
        @ActiveProfiles("inner")
        class Other {}

        @Nested
        @DirtiesContext
        @ActiveProfiles("dirty")
        class Dirty {}
    }

    @SpringJUnitConfig
    @ContextHierarchy({@ContextConfiguration(classes = Shop.class), @ContextConfiguration(classes = Cart.class)})
    static class WithParent {}

    @SpringJUnitConfig(Shop.class)
    @ActiveProfiles(resolver = Failing.class)
    static class Broken {}

    static class Failing implements ActiveProfilesResolver {
        @Override
        public String[] resolve(Class<?> testClass) {
            System.out.println("printed by the resolver");
            throw new IllegalStateException("no profile today");
        }
    }

    // --- customizers

    /** Compared by some of what it holds. */
    static final class ByName implements ContextCustomizer {
        private final String name;
        private final Class<?> testClass;
        private final List<String> places;
        private final Object identity = new Object();

        ByName(String name, Class<?> testClass) {
            this.name = name;
            this.testClass = testClass;
            this.places = List.of(testClass.getName());
        }

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            started();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByName that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name + testClass + places + identity;
        }
    }

    /** What {@link ByName} is compared by. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Name {
        String value();
    }

    static final class Named extends DefaultTestContextBootstrapper {
        @Override
        protected List<ContextCustomizerFactory> getContextCustomizerFactories() {
            return List.of((type, attributes) -> new ByName(
                    Objects.requireNonNull(type.getAnnotation(Name.class)).value(), type));
        }
    }

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Named.class)
    @Name("a")
    static class NamedTest {}

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Named.class)
    @Name("a")
    static class SameNameTest {}

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Named.class)
    @Name("b")
    static class OtherNameTest {}

    /** Compared by what cannot be told. */
    static final class Opaque implements ContextCustomizer {
        private final Object[] held;

        Opaque(Object... held) {
            this.held = held;
        }

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            held[0] = "started";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    static final class Unclear extends DefaultTestContextBootstrapper {
        @Override
        protected List<ContextCustomizerFactory> getContextCustomizerFactories() {
            return List.of((type, attributes) -> new Opaque("random for " + type.getName()));
        }
    }

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Unclear.class)
    static class UnclearTest {}

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Unclear.class)
    static class OtherUnclearTest {}

    /** Made anew for each class, and equal to none. */
    static final class Anew extends DefaultTestContextBootstrapper {
        @Override
        protected List<ContextCustomizerFactory> getContextCustomizerFactories() {
            return List.of((type, attributes) -> new ContextCustomizer() {
                @Override
                public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration it) {
                    started();
                }
            });
        }
    }

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Anew.class)
    static class AnewTest {}

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Anew.class)
    static class OtherAnewTest {}

    /** Equal to none, but one for all. */
    static final class Single extends DefaultTestContextBootstrapper {
        private static final ContextCustomizer ONE = (context, merged) -> started();

        @Override
        protected List<ContextCustomizerFactory> getContextCustomizerFactories() {
            return List.of((type, attributes) -> ONE);
        }
    }

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Single.class)
    static class SingleTest {}

    @SpringJUnitConfig(Shop.class)
    @BootstrapWith(Single.class)
    static class OtherSingleTest {}

    static final List<Class<?>> ALL = List.of(
            ShopTest.class,
            CartTest.class,
            NightTest.class,
            EuroTest.class,
            DollarTest.class,
            XmlTest.class,
            DynamicTest.class,
            WithParent.class,
            NamedTest.class,
            OtherNameTest.class,
            AnewTest.class,
            OtherAnewTest.class,
            SingleTest.class);
}
