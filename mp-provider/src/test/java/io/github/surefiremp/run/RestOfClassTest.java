package io.github.surefiremp.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class RestOfClassTest {
    private static final SurefireListener NOT_SUREFIRES = new SurefireListener(new TestExecutionListener() {});
    private static final String CLASS = "[engine:junit-jupiter]/[class:" + Sample.class.getName() + "]";
    private static final String FIRST = CLASS + "/[method:first()]";
    private static final String SEVERAL = CLASS + "/[test-template:several(int)]";
    private static final String INNER = CLASS + "/[nested-class:Inner]/[method:inner()]";

    /** Not found by the build: it is no test by its name, and its tests are none of this project's. */
    static class Sample {
        @Test
        void first() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void several(int number) {}

        @Nested
        class Inner {
            @Test
            void inner() {}
        }
    }

    @Test
    void whatHadBegunIsLeftOutAndSoIsANestedClassWithNothingLeft() {
        LauncherDiscoveryRequest all = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Sample.class))
                .build();

        assertThat(idsBelow(all)).contains(FIRST, SEVERAL, INNER);
        assertThat(idsBelow(Requests.without(all, Set.of(FIRST, INNER)))).containsExactlyInAnyOrder(CLASS, SEVERAL);
        assertThat(idsBelow(Requests.without(all, Set.of(FIRST, SEVERAL, INNER))))
                .isEmpty();
    }

    @Test
    void eachMethodOfAWholeClassIsToldWhenItBeginsAndOnce() {
        List<String> told = new ArrayList<>();
        UnitListener listener =
                new UnitListener(new EngineExecutionListener() {}, told::add, "token", NOT_SUREFIRES, () -> {
                    throw new AssertionError("nothing is skipped here");
                });
        TestDescriptor root = discover();
        listener.expect(Map.of());
        root.getChildren().forEach(listener::registerAll);

        start(listener, root, CLASS);
        start(listener, root, SEVERAL);
        start(listener, root, SEVERAL);
        start(listener, root, INNER);

        assertThat(told)
                .containsExactly(
                        "token piece " + Sample.class.getName() + " " + SEVERAL,
                        "token piece " + Sample.class.getName() + " " + INNER);
    }

    @Test
    void ofASplitClassOnlyThePiecesAreTold() {
        List<String> told = new ArrayList<>();
        UnitListener listener =
                new UnitListener(new EngineExecutionListener() {}, told::add, "token", NOT_SUREFIRES, () -> {
                    throw new AssertionError("nothing is skipped here");
                });
        TestDescriptor root = discover();
        listener.expect(Map.of(CLASS + "/[nested-class:Inner]", Sample.class.getName()));
        root.getChildren().forEach(listener::registerAll);

        start(listener, root, CLASS + "/[nested-class:Inner]");
        start(listener, root, INNER);

        assertThat(told)
                .containsExactly("token piece " + Sample.class.getName() + " " + CLASS + "/[nested-class:Inner]");
    }

    private static void start(UnitListener listener, TestDescriptor root, String id) {
        TestDescriptor node = root.findByUniqueId(UniqueId.parse(id)).orElseThrow();
        listener.forEngines().executionStarted(node);
        listener.forEngines().executionFinished(node, TestExecutionResult.successful());
    }

    private static TestDescriptor discover() {
        List<TestDescriptor> roots = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(Sample.class))
                .build();
        TestPlan unused = LauncherFactory.create().discover(Requests.capturing(request, UnitEngine.ID, roots::add));
        return roots.stream()
                .filter(root -> root.getUniqueId().toString().equals("[engine:junit-jupiter]"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> idsBelow(LauncherDiscoveryRequest request) {
        TestPlan plan = LauncherFactory.create().discover(request);
        List<String> ids = new ArrayList<>();
        plan.getRoots().forEach(root -> plan.getDescendants(root).forEach(node -> ids.add(node.getUniqueId())));
        return ids;
    }
}
