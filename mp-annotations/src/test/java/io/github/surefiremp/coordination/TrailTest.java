package io.github.surefiremp.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A step that is written as a try statement, whose block may throw. */
class TrailTest {
    @Test
    void aStartWhoseBlockThrowsLeavesTheNextOneToBeFirst() {
        Trail trail = Mp.trail("start that throws");
        assertThatThrownBy(() -> {
                    try (Trail.Step step = trail.start()) {
                        assertThat(step.first()).isTrue();
                        throw new IllegalStateException("no port");
                    }
                })
                .hasMessage("no port");
        try (Trail.Step step = trail.start()) {
            assertThat(step.first()).isTrue();
        }
        try (Trail.Step step = trail.start()) {
            assertThat(step.first()).isFalse();
        }
    }

    @Test
    void aFinishWhoseBlockThrowsLeavesItsUser() {
        Trail trail = Mp.trail("finish that throws");
        try (Trail.Step step = trail.start()) {
            assertThat(step.last()).isFalse();
        }
        assertThatThrownBy(() -> {
                    try (Trail.Step step = trail.finish()) {
                        assertThat(step.last()).isTrue();
                        throw new IllegalStateException("still in use");
                    }
                })
                .hasMessage("still in use");
        try (Trail.Step step = trail.finish()) {
            assertThat(step.last()).isTrue();
        }
        assertThatThrownBy(trail::finish).isInstanceOf(CoordinationException.class);
    }

    @Test
    void aStartInTheMiddleWhoseBlockThrowsIsNotCounted() {
        Trail trail = Mp.trail("second that throws");
        try (Trail.Step step = trail.start()) {
            assertThat(step.first()).isTrue();
        }
        assertThatThrownBy(() -> {
                    try (Trail.Step step = trail.start()) {
                        assertThat(step.first()).isFalse();
                        throw new IllegalStateException("not reachable");
                    }
                })
                .hasMessage("not reachable");
        try (Trail.Step step = trail.finish()) {
            assertThat(step.last()).isTrue();
        }
    }
}
