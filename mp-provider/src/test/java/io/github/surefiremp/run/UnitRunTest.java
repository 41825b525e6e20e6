package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.surefiremp.model.ClassPart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

class UnitRunTest {
    static class Sample {
        @Test
        void one() {}
    }

    private final TestDescriptor root = new JupiterTestEngine()
            .discover(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(Sample.class))
                            .build(),
                    UniqueId.forEngine("junit-jupiter"));

    @Test
    void aPieceThatNoTreeHasIsMissing() {
        String one = root.getChildren().iterator().next().getUniqueId() + "/[method:one()]";
        String gone = root.getChildren().iterator().next().getUniqueId() + "/[method:gone()]";
        ClassPart part = new ClassPart(
                Sample.class.getName(), List.of(new ClassPart.Selected(0, one), new ClassPart.Selected(1, gone)));

        assertThat(UnitRun.missing(List.of(part), List.of(root))).containsExactly(gone);
        assertThat(UnitRun.missing(List.of(part), List.of())).containsExactly(one, gone);
    }

    @Test
    void aWholeClassThatNoTreeHasIsMissing() {
        ClassPart sample = ClassPart.whole(Sample.class.getName());

        assertThat(UnitRun.missing(List.of(sample), List.of(root))).isEmpty();
        assertThat(UnitRun.missing(List.of(sample, ClassPart.whole("a.A")), List.of(root)))
                .containsExactly("a.A");
        assertThat(UnitRun.missing(List.of(sample), List.of())).containsExactly(Sample.class.getName());
    }

    @Test
    void aClassIsFoundByTheIdOfItsNodeToo() {
        TestDescriptor engine = new EngineDescriptor(UniqueId.forEngine("other"), "other");
        engine.addChild(new AbstractTestDescriptor(engine.getUniqueId().append("spec", "a.A"), "A") {
            @Override
            public Type getType() {
                return Type.CONTAINER;
            }
        });

        assertThat(UnitRun.missing(List.of(ClassPart.whole("a.A")), List.of(engine)))
                .isEmpty();
    }
}
