package io.github.surefiremp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void aUnitIsReadAsItWasWritten() {
        List<ClassPart> parts = List.of(
                ClassPart.whole("a.A"),
                new ClassPart(
                        "b.B",
                        List.of(
                                new ClassPart.Selected(0, "[engine:junit-jupiter]/[class:b.B]/[method:m( int, x)]"),
                                new ClassPart.Selected(1, "[engine:junit-jupiter]/[class:b.B]/[method:ä n()]"))));

        assertThat(Assignment.parse(Assignment.format(parts))).isEqualTo(parts);
    }

    @Test
    void whatIsNoUnitIsRefused() {
        for (String text : List.of("", "a.A", "mp-unit\npiece x", "mp-unit\nnonsense")) {
            assertThatThrownBy(() -> Assignment.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
