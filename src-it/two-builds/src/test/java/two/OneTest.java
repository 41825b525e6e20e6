package two;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneTest {
    @Test
    void runsWithTheNumberOfWorkersOfThisBuild() {
        assertEquals(System.getProperty("wanted"), System.getProperty("mp.workers", "0"));
    }
}
