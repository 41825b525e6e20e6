package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefiremp.model.ClassPart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class UnitRunTest {
    static class Sample {
        @Test
        void one() {}
    }

    @Test
    void aPieceThatNoTreeHasIsMissing() {
        TestDescriptor root = new JupiterTestEngine()
                .discover(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Sample.class))
                                .build(),
                        UniqueId.forEngine("junit-jupiter"));
        String one = root.getChildren().iterator().next().getUniqueId() + "/[method:one()]";
        String gone = root.getChildren().iterator().next().getUniqueId() + "/[method:gone()]";
        ClassPart part = new ClassPart(
                Sample.class.getName(), List.of(new ClassPart.Selected(0, one), new ClassPart.Selected(1, gone)));

        assertThat(UnitRun.missing(List.of(part), List.of(root))).containsExactly(gone);
        assertThat(UnitRun.missing(List.of(ClassPart.whole("a.A"), part), List.of()))
                .containsExactly(one, gone);
    }
}
