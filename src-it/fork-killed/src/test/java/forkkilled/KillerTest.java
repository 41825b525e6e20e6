package forkkilled;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KillerTest {
    /** Kills the JVM that Surefire started, below Maven as this one, but below a shell, and waits for what comes of it. */
    @Test
    void kills() throws InterruptedException {
        ProcessHandle maven = ProcessHandle.current().parent().orElseThrow();
        List<ProcessHandle> forks = maven.descendants()
                .filter(process -> process.info().command().orElse("").contains("java"))
                .filter(process -> process.info().commandLine().orElse("").contains("ForkMain"))
                .toList();
        if (forks.size() != 1) {
            fail("there are " + forks.size() + " forks below Maven: "
                    + maven.descendants()
                            .map(process -> process.info().commandLine())
                            .toList());
        }
        forks.get(0).destroyForcibly();
        TimeUnit.MINUTES.sleep(2);
        fail("nothing came of it");
    }
}
