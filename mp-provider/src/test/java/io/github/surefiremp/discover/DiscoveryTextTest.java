package io.github.surefiremp.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefiremp.model.GroupMark;
import io.github.surefiremp.model.LockNeed;
import io.github.surefiremp.model.Piece;
import io.github.surefiremp.model.SetUp;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.TestClass;
import io.github.surefiremp.model.TestClass.Cut;
import io.github.surefiremp.model.Threads;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiscoveryTextTest {
    private static final GroupMark WRITTEN = new GroupMark("a\tb\n", Strategy.SERIAL, true, "class x.\\Y", false);
    private static final GroupMark LEFT_OUT = new GroupMark("", null, false, "package ä", true);
    private static final Set<LockNeed> LOCKS = Set.of(new LockNeed("k", true), new LockNeed("k", false));

    @Test
    void aClassIsReadAsItWasWritten() {
        Piece method = new Piece("[id]", "x.Y", "m", 3, List.of(WRITTEN), LOCKS, "", List.of());
        Piece nested = new Piece("[n]", "x.Y$Z", "", 1, List.of(), Set.of(), "it is ordered", List.of(LEFT_OUT));
        TestClass type = new TestClass(
                "x.Y", 4, List.of(LEFT_OUT, WRITTEN), LOCKS, Cut.IF_ASKED, "", List.of(), List.of(method, nested));

        assertThat(DiscoveryText.parse(DiscoveryText.format(type))).isEqualTo(type);
    }

    @Test
    void aClassThatMustStayWholeIsReadAsItWasWritten() {
        TestClass type = new TestClass(
                "x.Y",
                1,
                List.of(),
                Set.of(),
                Cut.NEVER,
                "because\r\nof it",
                List.of(WRITTEN),
                List.of(),
                new Threads(4, true),
                Set.of("x.Database", "x.Y$Server", TestClass.ANY_FIXTURE),
                List.of(SetUp.affinity("a\tb\n"), new SetUp("spring:1f", "Spring context of Shöp", false)));

        assertThat(DiscoveryText.parse(DiscoveryText.format(type))).isEqualTo(type);
    }

    @Test
    void aTextThatEndsTooEarlyIsRefused() {
        String text = DiscoveryText.format(TestClass.whole("x.Y", "why"));

        assertThatThrownBy(() -> DiscoveryText.parse(text.substring(0, text.lastIndexOf('\t'))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
