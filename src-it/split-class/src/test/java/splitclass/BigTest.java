package splitclass;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class BigTest {
    @Test
    void some01(TestInfo info) throws InterruptedException {
        works(info);
        if (Boolean.getBoolean("meets")) {
            awaitAnotherWorker();
        }
    }

    @Test
    void some02(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some03(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some04(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some05(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some06(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some07(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some08(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some09(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void some10(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other01(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other02(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other03(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other04(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other05(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other06(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other07(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other08(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other09(TestInfo info) throws InterruptedException {
        works(info);
    }

    @Test
    void other10(TestInfo info) throws InterruptedException {
        works(info);
    }

    private static void works(TestInfo info) throws InterruptedException {
        String name = info.getTestMethod().orElseThrow().getName();
        Events.write("BigTest." + name);
        System.out.println("this is " + name);
        Thread.sleep(500);
    }

    private static void awaitAnotherWorker() throws InterruptedException {
        String own = ProcessHandle.current().pid() + " ";
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (Events.read().stream().allMatch(line -> line.startsWith(own) || !line.contains("BigTest."))) {
            assertTrue(System.nanoTime() < deadline, "no other worker ran a method of this class");
            Thread.sleep(20);
        }
    }
}
