package suites;

import java.util.List;

/**
 * A test class to be written.
 *
 * @param name its simple name
 * @param bodies a statement for each test
 */
record TestClass(String name, List<String> bodies) {
    String source(String packageName) {
        StringBuilder source = new StringBuilder("package " + packageName + ";\n\n");
        if (bodies.stream().anyMatch(body -> body.startsWith("assertEquals"))) {
            source.append("import static org.junit.jupiter.api.Assertions.assertEquals;\n\n");
        }
        source.append("import org.junit.jupiter.api.Test;\n\nclass ").append(name).append(" {\n");
        int number = 0;
        for (String body : bodies) {
            source.append(number == 0 ? "" : "\n").append("    @Test\n    void t");
            source.append(String.format("%03d", ++number)).append("() throws Exception {\n        ");
            source.append(body).append("\n    }\n");
        }
        return source.append("}\n").toString();
    }
}
