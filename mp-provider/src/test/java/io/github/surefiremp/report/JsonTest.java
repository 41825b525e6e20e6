package io.github.surefiremp.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonTest {
    private static final ObjectMapper PARSER = new ObjectMapper();

    @Example
    void numbersAndTruthsAreBareAndAllElseIsText() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("n", 4);
        fields.put("l", -1L);
        fields.put("b", true);
        fields.put("s", "text");

        assertThat(line(fields)).isEqualTo("{\"n\":4,\"l\":-1,\"b\":true,\"s\":\"text\"}");
    }

    @Example
    void anEmptyObjectIsOne() {
        assertThat(line(Map.of())).isEqualTo("{}");
    }

    @Example
    void whatWouldBreakTheTextIsEscaped() {
        assertThat(line(Map.of("a\"b", "\"\\\n\r\t\u0000\u001f")))
                .isEqualTo("{\"a\\\"b\":\"\\\"\\\\\\n\\r\\t\\u0000\\u001f\"}");
    }

    /** Any text, halves of surrogate pairs too. */
    @Property
    void anyTextComesBackAndStaysOnOneLine(@ForAll String name, @ForAll String value) throws JsonProcessingException {
        String line = line(Map.of(name, value));

        JsonNode parsed = PARSER.readTree(line);
        assertThat(parsed.get(name).textValue()).isEqualTo(value);
        assertThat(line.lines()).hasSize(1);
    }

    private static String line(Map<String, ?> fields) {
        Json json = new Json();
        fields.forEach(json::put);
        return json.line();
    }
}
