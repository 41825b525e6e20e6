package path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WhereTest {
    @Test
    void worksInTheProject() {
        assertEquals(System.getProperty("folder"), System.getProperty("user.dir"));
        assertTrue(Path.of("").toAbsolutePath().endsWith("path with blanks ä ö"));
    }

    @Test
    void findsResources() {
        assertNotNull(WhereTest.class.getResource("/here.txt"));
        assertTrue(new File("pom.xml").isFile());
    }
}
