package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkOrderTest {
    @Test
    void aUnitIsReadAsItWasWritten() {
        WorkOrder order = new WorkOrder.Run(
                List.of(
                        ClassPart.whole("a.A"),
                        new ClassPart(
                                "b.B",
                                List.of(
                                        new ClassPart.Selected(
                                                0, "[engine:junit-jupiter]/[class:b.B]/[method:m( int, x)]"),
                                        new ClassPart.Selected(
                                                1, "[engine:junit-jupiter]/[class:b.B]/[method:ä n()]")))),
                true);

        assertThat(WorkOrder.parse(order.format())).isEqualTo(order);
        WorkOrder rest = new WorkOrder.Run(
                List.of(ClassPart.whole("a.A").without(Set.of("[m: x]", "[n]")), ClassPart.whole("b.B")), false);
        assertThat(WorkOrder.parse(rest.format())).isEqualTo(rest);
        WorkOrder anyOrder = new WorkOrder.Run(List.of(ClassPart.whole("a.A")), false);
        assertThat(WorkOrder.parse(anyOrder.format())).isEqualTo(anyOrder);
    }

    @Test
    void classesToDiscoverAreReadAsTheyWereWritten() {
        WorkOrder order = new WorkOrder.Discover(List.of("a.A", "b.B$C"), 4, Set.of("b.B$C"));

        assertThat(WorkOrder.parse(order.format())).isEqualTo(order);
        assertThat(WorkOrder.parse(new WorkOrder.Discover(List.of(), 0, Set.of()).format()))
                .isEqualTo(new WorkOrder.Discover(List.of(), 0, Set.of()));
    }

    @Test
    void whatIsNoOrderIsRefused() {
        for (String text : List.of(
                "", "a.A", "mp-run\npiece x", "mp-run\nbegun x", "mp-run\nnonsense", "mp-discover 1\nlong a.A")) {
            assertThatThrownBy(() -> WorkOrder.parse(text + "\nnonsense"))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
