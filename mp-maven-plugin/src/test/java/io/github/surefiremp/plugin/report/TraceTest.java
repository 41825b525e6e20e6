package io.github.surefiremp.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the trace event format, as Chrome and Perfetto need them. */
class TraceTest {
    @TempDir
    Path folder;

    @Test
    void itFollowsTheRulesOfTheFormat() throws IOException {
        checkRules(trace(SampleRun.small()));
        checkRules(trace(SampleRun.large(400, 3)));
    }

    @Test
    void testsAtTheSameTimeAreOnThreadsOfTheirOwn() throws IOException {
        SampleRun run = new SampleRun("r", "g:a", "surefire:default-test").at(0, "runStart", "'np':1");
        run.worker(1, "unitStart", 1, "'unit':'u','class':'a.A'");
        run.worker(10, "testStart", 1, "'class':'a.A','method':'a'");
        run.worker(20, "testStart", 1, "'class':'a.A','method':'b'");
        run.worker(30, "testEnd", 1, "'class':'a.A','method':'a','outcome':'passed'");
        run.worker(40, "testEnd", 1, "'class':'a.A','method':'b','outcome':'passed'");

        JsonNode trace = trace(run);

        checkRules(trace);
        assertThat(names(trace, "thread_name")).containsExactlyInAnyOrder("worker 1", "worker 1 (2)");
    }

    @Test
    void unitsAndTestsHaveTheirTimesInMicroseconds() throws IOException {
        JsonNode trace = trace(SampleRun.small());

        JsonNode pays = event(trace, "pays");
        assertThat(pays.get("ts").longValue()).isEqualTo(1_200_000);
        assertThat(pays.get("dur").longValue()).isEqualTo(700_000);
        assertThat(pays.get("cat").textValue()).isEqualTo("test,failed");
        assertThat(pays.get("args").get("outcome").textValue()).isEqualTo("failed");
        JsonNode unit = event(trace, "com.shop.OrderTest");
        assertThat(unit.get("ts").longValue()).isEqualTo(1_120_000);
        assertThat(unit.get("args").get("locks").textValue()).isEqualTo("db (write)");
        assertThat(names(trace, "process_name")).containsExactly("com.shop:shop surefire:default-test");
        assertThat(trace.get("otherData").get("startEpochMillis").textValue()).isEqualTo(Long.toString(SampleRun.ZERO));
    }

    private static void checkRules(JsonNode trace) {
        assertThat(trace.get("displayTimeUnit").textValue()).isIn("ms", "ns");
        Set<String> named = new HashSet<>();
        Map<String, List<long[]>> threads = new TreeMap<>();
        for (JsonNode event : trace.get("traceEvents")) {
            assertThat(event.get("pid").isIntegralNumber()).isTrue();
            assertThat(event.get("tid").isIntegralNumber()).isTrue();
            assertThat(event.get("args").isObject()).isTrue();
            String thread = event.get("pid") + "/" + event.get("tid");
            if (event.get("ph").textValue().equals("M")) {
                assertThat(event.get("name").textValue()).isIn("process_name", "thread_name");
                assertThat(event.get("args").get("name").textValue()).isNotBlank();
                named.add(thread);
                continue;
            }
            assertThat(event.get("ph").textValue()).isEqualTo("X");
            assertThat(event.get("name").textValue()).isNotBlank();
            assertThat(event.get("cat").textValue()).isNotBlank();
            assertThat(event.get("ts").longValue()).isNotNegative();
            assertThat(event.get("dur").longValue()).isNotNegative();
            threads.computeIfAbsent(thread, key -> new ArrayList<>()).add(new long[] {
                event.get("ts").longValue(),
                event.get("ts").longValue() + event.get("dur").longValue()
            });
        }
        assertThat(named).containsAll(threads.keySet());
        threads.values().forEach(TraceTest::checkNesting);
    }

    /** Complete events of a thread lie side by side or inside each other. */
    private static void checkNesting(List<long[]> events) {
        for (long[] one : events) {
            for (long[] other : events) {
                boolean apart = one[1] <= other[0] || other[1] <= one[0];
                boolean inside =
                        (one[0] <= other[0] && other[1] <= one[1]) || (other[0] <= one[0] && one[1] <= other[1]);
                assertThat(apart || inside).as("%s and %s", one, other).isTrue();
            }
        }
    }

    private static List<String> names(JsonNode trace, String what) {
        List<String> names = new ArrayList<>();
        for (JsonNode event : trace.get("traceEvents")) {
            if (event.get("name").textValue().equals(what)) {
                names.add(event.get("args").get("name").textValue());
            }
        }
        return names;
    }

    private static JsonNode event(JsonNode trace, String name) {
        for (JsonNode event : trace.get("traceEvents")) {
            if (event.get("name").textValue().equals(name)) {
                return event;
            }
        }
        throw new AssertionError("no event " + name);
    }

    private JsonNode trace(SampleRun run) throws IOException {
        StringWriter text = new StringWriter();
        Trace.write(StoryReaderTest.of(folder, run), text);
        return new ObjectMapper().readTree(text.toString());
    }
}
