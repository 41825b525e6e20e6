package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;

class StableTextTest {
    record Pair(Object left, Object right) {}

    private static String text(Object value) {
        return StableText.of(value, List.of());
    }

    @Test
    void valuesAreToldApart() {
        assertThat(List.of(
                        text("1"),
                        text(1),
                        text(1L),
                        text('1'),
                        text(true),
                        text(String.class),
                        text("class java.lang.String"),
                        text(ElementType.TYPE),
                        text(List.of()),
                        text(Map.of()),
                        text(List.of("a", "b")),
                        text(List.of("a\", \"b")),
                        text(new int[] {1}),
                        text(new Pair("a", null)),
                        text(new Pair(null, "a")),
                        text(Optional.of("a")),
                        text(Optional.empty())))
                .doesNotHaveDuplicates();
    }

    @Test
    void listsHaveAnOrderSetsAndMapsHaveNone() {
        assertThat(text(List.of(1, 2))).isNotEqualTo(text(List.of(2, 1)));
        assertThat(text(new LinkedHashSet<>(List.of(1, 2)))).isEqualTo(text(new LinkedHashSet<>(List.of(2, 1))));
        Map<String, Integer> one = new LinkedHashMap<>(Map.of("a", 1));
        one.put("b", 2);
        Map<String, Integer> other = new LinkedHashMap<>(Map.of("b", 2));
        other.put("a", 1);
        assertThat(text(one)).isEqualTo(text(other));
    }

    @Test
    void whatCannotBeComparedIsToldByItsClassAlone() {
        assertThat(text(new Object())).isEqualTo("java.lang.Object");
        assertThat(text(new AtomicInteger(1))).isEqualTo(text(new AtomicInteger(2)));
        Supplier<String> lambda = () -> "a";
        assertThat(text(lambda)).isEqualTo(StableTextTest.class.getName());
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, arguments) -> null);
        assertThat(text(proxy)).isEqualTo("proxy of java.lang.Runnable");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Mark {
        String[] value();

        Class<?> type() default String.class;
    }

    @Mark({"a", "b"})
    static class One {}

    @Mark(
            value = {"a", "b"},
            type = String.class)
    static class Two {}

    @Mark({"b", "a"})
    static class Three {}

    @Test
    void annotationsAreToldByTheirAttributes() {
        String one = text(One.class.getAnnotation(Mark.class));

        assertThat(one)
                .contains("Mark", "\"a\", \"b\"", "java.lang.String")
                .isEqualTo(text(Two.class.getAnnotation(Mark.class)))
                .isEqualTo(text(MergedAnnotations.from(Two.class).get(Mark.class)))
                .isNotEqualTo(text(Three.class.getAnnotation(Mark.class)))
                .isNotEqualTo(text(MergedAnnotations.from(Three.class).get(Mark.class)));
    }

    static class Fields {
        List<String> names;
    }

    static class OtherFields {
        List<String> names;
        List<Integer> numbers;
    }

    @Test
    void fieldsOfTwoClassesAreTheSameIfTheyAreForTheSame() throws Exception {
        String names = text(Fields.class.getDeclaredField("names"));

        assertThat(names)
                .isEqualTo(text(OtherFields.class.getDeclaredField("names")))
                .isNotEqualTo(text(OtherFields.class.getDeclaredField("numbers")));
        assertThat(text(ResolvableType.forField(Fields.class.getDeclaredField("names"))))
                .contains("List<java.lang.String>");
    }

    @Test
    void theSubjectIsTheSameWhicheverItIs() {
        Pair ofOne = new Pair(One.class, One.class.getName());
        Pair ofTwo = new Pair(Two.class, Two.class.getName());

        assertThat(StableText.of(ofOne, Set.of(One.class))).isEqualTo(StableText.of(ofTwo, Set.of(Two.class)));
        assertThat(text(ofOne)).isNotEqualTo(text(ofTwo));
    }

    @Test
    void circlesAndEndlessThingsEnd() {
        List<Object> circle = new ArrayList<>();
        circle.add(new Pair(1, circle));
        Object deep = "end";
        for (int i = 0; i < 1_000; i++) {
            deep = Arrays.asList(deep, deep);
        }

        assertThat(text(circle)).contains("ArrayList");
        assertThat(text(deep)).hasSizeLessThan(1_000_000).isEqualTo(text(deep));
        assertThat(text(Collections.nCopies(1_000_000, List.of(1)))).contains("1");
    }

    static class Remembering {
        final String name = "a";
        final transient Object cache = new Object();
        int hash;

        @Override
        public boolean equals(Object other) {
            return other instanceof Remembering;
        }

        @Override
        public int hashCode() {
            hash = System.identityHashCode(this);
            return hash;
        }
    }

    @Test
    void whatAnObjectRemembersDoesNotCount() {
        Remembering asked = new Remembering();
        assertThat(asked.hashCode()).isEqualTo(asked.hash);

        assertThat(text(asked)).isEqualTo(text(new Remembering())).contains("name=\"a\"");
    }
}
