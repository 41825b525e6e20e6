package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.TestClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static final TestClass A = TestClass.whole("a.A", "why");
    private static final TestClass B = TestClass.whole("b.B", "why");
    private static final TestClass C = TestClass.whole("c.C", "why");

    private final Worker one = new FakeWorker(1, new FakeWorker.Script() {}, (worker, event) -> {});
    private final Worker two = new FakeWorker(2, new FakeWorker.Script() {}, (worker, event) -> {});

    @Test
    void classesComeInTheirOrderWhoeverFoundThemFirst() {
        Discovery discovery = new Discovery(List.of("first", "second"));

        assertThat(discovery.next(one)).contains("first");
        assertThat(discovery.next(two)).contains("second");
        assertThat(discovery.next(one)).isEmpty();
        assertThat(discovery.found(two, List.of(C))).isEmpty();
        assertThat(discovery.found(one, List.of(A, B))).contains(List.of(A, B, C));
    }

    @Test
    void oneWorkerCanHaveAllOrdersOneAfterAnother() {
        Discovery discovery = new Discovery(List.of("first", "second"));

        discovery.next(one);
        assertThat(discovery.found(one, List.of(A))).isEmpty();
        discovery.next(one);
        assertThat(discovery.found(one, List.of())).contains(List.of(A));
    }

    @Test
    void withoutOrdersTheFirstWorkerTellsAllOnItsOwn() {
        Discovery discovery = new Discovery(List.of());

        assertThat(discovery.next(one)).isEmpty();
        assertThat(discovery.found(one, List.of(A))).contains(List.of(A));
    }

    @Test
    void whatNobodyAskedForIsRefused() {
        Discovery discovery = new Discovery(List.of("first"));
        discovery.next(one);
        discovery.found(one, List.of(A));

        assertThatThrownBy(() -> discovery.found(one, List.of(A))).isInstanceOf(IllegalStateException.class);
    }
}
