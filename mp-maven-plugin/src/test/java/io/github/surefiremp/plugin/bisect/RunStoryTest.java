package io.github.surefiremp.plugin.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.plugin.bisect.RunStory.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoryTest {
    private static final String PLACE = "g:a/surefire:default-test";

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void tellsWhatRanBeforeTheFailureInTheSameJvm() throws IOException {
        test(1, "a.One", "one", "passed");
        test(2, "a.Other", "other", "passed");
        test(1, "a.Two$Inner", "two", "failed");
        test(1, "a.Victim", "fine", "passed");
        test(1, "a.Victim", "breaks", "error");
        test(1, "a.Three", "three", "passed");
        assertThat(story().endingOf(new Victim("a.Victim", ""), PLACE))
                .contains(new Ending(PLACE, "Victim.breaks", List.of("a.One", "a.Two")));
        assertThat(story().endingOf(new Victim("a.Victim", "fine"), PLACE))
                .contains(new Ending(PLACE, "", List.of("a.One", "a.Two")));
        assertThat(story().isInOneJvm()).isFalse();
        assertThat(story().placesOf("a.Victim")).containsExactly(PLACE);
    }

    @Test
    void aTestWithoutAnEndHasFailed() throws IOException {
        test(1, "a.One", "one", "passed");
        lines.add(line(1, "testStart", "a.Victim", "dies", ""));
        assertThat(story().endingOf(new Victim("a.Victim", ""), PLACE))
                .contains(new Ending(PLACE, "Victim.dies", List.of("a.One")));
    }

    @Test
    void aFailureOutsideOfItsTestsIsOne() throws IOException {
        lines.add(line(1, "testEnd", "a.Victim", "", "error"));
        assertThat(story().endingOf(new Victim("a.Victim", "breaks"), PLACE))
                .contains(new Ending(PLACE, "Victim", List.of()));
    }

    @Test
    void repetitionsOtherExecutionsAndDamagedLinesDoNotCount() throws IOException {
        test(1, "a.Victim", "fine", "passed");
        lines.add(line(1, "testEnd", "a.Victim", "fine", "failed").replace("}", ",\"rerun\":true}"));
        lines.add(line(1, "testEnd", "a.Victim", "fine", "failed").replace("surefire", "failsafe"));
        lines.add("{\"event\":\"testEnd\"");
        lines.add("no JSON");
        lines.add("[]");
        lines.add("{\"event\":\"testEnd\"}");
        assertThat(story().endingOf(new Victim("a.Victim", ""), PLACE)).contains(new Ending(PLACE, "", List.of()));
    }

    @Test
    void withoutAFileThereIsNothing() throws IOException {
        assertThat(RunStory.read(folder.resolve("none")).isEmpty()).isTrue();
    }

    private RunStory story() throws IOException {
        return RunStory.read(Files.write(folder.resolve("run.jsonl"), lines));
    }

    private void test(int pid, String className, String method, String outcome) {
        lines.add(line(pid, "testStart", className, method, ""));
        lines.add(line(pid, "testEnd", className, method, outcome));
    }

    private static String line(int pid, String event, String className, String method, String outcome) {
        return "{\"event\":\"" + event
                + "\",\"module\":\"g:a\",\"execution\":\"surefire:default-test\",\"worker\":1,\"pid\":"
                + pid + ",\"class\":\"" + className + "\",\"method\":\"" + method + "\""
                + (outcome.isEmpty() ? "" : ",\"outcome\":\"" + outcome + "\"") + "}";
    }
}
