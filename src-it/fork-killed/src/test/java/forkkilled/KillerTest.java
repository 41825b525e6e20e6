package forkkilled;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KillerTest {
    /** Kills the process that Surefire started, a child of Maven as this one, and waits for what comes of it. */
    @Test
    void kills() throws InterruptedException {
        ProcessHandle maven = ProcessHandle.current().parent().orElseThrow();
        List<ProcessHandle> forks = maven.children()
                .filter(child -> child.info().commandLine().orElse("").contains("ForkMain"))
                .toList();
        if (forks.size() != 1) {
            fail("there are " + forks.size() + " forks among the children of Maven: "
                    + maven.children().map(child -> child.info().commandLine()).toList());
        }
        forks.get(0).destroyForcibly();
        TimeUnit.MINUTES.sleep(2);
        fail("nothing came of it");
    }
}
