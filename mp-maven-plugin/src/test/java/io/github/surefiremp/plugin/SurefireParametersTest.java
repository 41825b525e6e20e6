package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Holds the table of Surefire's parameters in the docs against the descriptors of the plugins. */
class SurefireParametersTest {
    private static final Path TABLE = Path.of("..", "docs", "surefire-parameters.md");
    private static final Path PROJECTS = Path.of("..", "src-it");
    private static final Set<String> GOALS = Set.of("test", "integration-test", "verify");
    private static final Set<String> VERDICTS = Set.of("works", "not applicable", "error");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)`([^|]*)\\|([^|]*)\\|(.*)\\|");
    private static final Pattern PROJECT = Pattern.compile("\\]\\(\\.\\./src-it/([^)]*)\\)");

    private record Row(String parameter, String verdict, String proof) {
        List<String> projects() {
            List<String> found = new ArrayList<>();
            Matcher matcher = PROJECT.matcher(proof);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        }
    }

    @Test
    void eachParameterHasOneRowInTheOrderOfTheAlphabet() throws Exception {
        List<String> parameters = new ArrayList<>(parameters("surefire"));
        parameters.addAll(parameters("failsafe"));

        assertThat(rows().stream().map(Row::parameter).toList()).containsExactlyElementsOf(new TreeSet<>(parameters));
    }

    @Test
    void eachRowHasAVerdictAndSaysWhyOrWhere() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.verdict()).isIn(VERDICTS);
            assertThat(row.proof()).isNotBlank();
        });
    }

    @Test
    void whatWorksIsShownByAnIntegrationTestThatExists() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            if (row.verdict().equals("works")) {
                assertThat(row.projects()).isNotEmpty();
            }
            assertThat(row.projects())
                    .allSatisfy(project -> assertThat(PROJECTS.resolve(project).resolve("invoker.properties"))
                            .isRegularFile());
        });
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher matcher = ROW.matcher(line);
            if (matcher.matches()) {
                rows.add(new Row(
                        matcher.group(1),
                        matcher.group(3).trim(),
                        matcher.group(4).trim()));
            } else {
                assertThat(line).as("a row that the test cannot read").doesNotStartWith("| `");
            }
        }
        return rows;
    }

    private static Set<String> parameters(String plugin) throws Exception {
        Set<String> found = new TreeSet<>();
        for (URL descriptor : Collections.list(
                SurefireParametersTest.class.getClassLoader().getResources("META-INF/maven/plugin.xml"))) {
            Element root = parse(descriptor);
            if (text(root, "artifactId").equals("maven-" + plugin + "-plugin")) {
                for (Element mojo : children(child(root, "mojos"), "mojo")) {
                    if (GOALS.contains(text(mojo, "goal"))) {
                        children(child(mojo, "parameters"), "parameter")
                                .forEach(parameter -> found.add(text(parameter, "name")));
                    }
                }
            }
        }
        assertThat(found).as("parameters of " + plugin).isNotEmpty();
        return found;
    }

    private static Element parse(URL descriptor) throws IOException, ParserConfigurationException, SAXException {
        try (InputStream in = descriptor.openStream()) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent().trim();
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
