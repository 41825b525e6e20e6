package io.github.surefiremp.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the plugin says of its goals. */
class DescriptorTest {
    private final Document plugin = parse("/META-INF/maven/plugin.xml");

    @Test
    void eachGoalIsKnownToEclipse() {
        assertThat(texts(plugin, "mojo", "goal"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        texts(parse("/META-INF/m2e/lifecycle-mapping-metadata.xml"), "goals", "goal"));
    }

    @Test
    void eachGoalMayRunInSeveralModulesAtTheSameTime() {
        assertThat(texts(plugin, "mojo", "threadSafe"))
                .hasSameSizeAs(texts(plugin, "mojo", "goal"))
                .containsOnly("true");
    }

    @Test
    void goalsHaveAllSettings() {
        // Maven warns of elements of the configuration that a goal does not know.
        assertThat(texts(plugin, "parameter", "name"))
                .contains(Setting.allElements().split(", "));
    }

    private static List<String> texts(Document document, String parent, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i).getParentNode().getNodeName().equals(parent)) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
        }
        return texts;
    }

    private static Document parse(String resource) {
        try (InputStream in = Objects.requireNonNull(DescriptorTest.class.getResourceAsStream(resource), resource)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (Exception e) {
            throw new AssertionError("cannot read " + resource, e);
        }
    }
}
