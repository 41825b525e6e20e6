package io.github.surefiremp.plugin.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes run files as mp's controller does. */
final class SampleRun {
    static final long ZERO = 1_795_000_000_000L;

    /** The name of a test that would be obeyed if it were not escaped. */
    static final String HOSTILE = "</script><script>document.title=`owned`</script><img src=x onerror=alert(1)>";

    private final List<String> lines = new ArrayList<>();
    private final String run;
    private final String module;
    private final String execution;

    SampleRun(String run, String module, String execution) {
        this.run = run;
        this.module = module;
        this.execution = execution;
    }

    /**
     * @param fields further members as JSON, without the braces; quotes may be written as '
     */
    SampleRun at(long millis, String event, String fields) {
        String more = fields.isEmpty() ? "" : "," + fields.replace('\'', '"');
        lines.add(String.format(
                "{\"event\":\"%s\",\"at\":%d,\"run\":\"%s\",\"module\":\"%s\",\"execution\":\"%s\"%s}",
                event, ZERO + millis, run, module, execution, more));
        return this;
    }

    SampleRun worker(long millis, String event, int worker, String fields) {
        return at(
                millis,
                event,
                "'worker':" + worker + ",'pid':" + (4000 + worker) + (fields.isEmpty() ? "" : "," + fields));
    }

    SampleRun raw(String line) {
        lines.add(line);
        return this;
    }

    SampleRun test(int worker, long start, long end, String className, String method, String outcome, String more) {
        String names = "'class':'" + className + "','method':'" + method + "'";
        worker(start, "testStart", worker, names);
        return worker(
                end, "testEnd", worker, names + ",'outcome':'" + outcome + "'" + (more.isEmpty() ? "" : "," + more));
    }

    Path write(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return Files.write(file, lines);
    }

    /** A run with each kind of outcome, a lock, isolation, a lost worker, a rerun, and a test of which mp is afraid. */
    static SampleRun small() {
        SampleRun run = new SampleRun("run-1", "com.shop:shop", "surefire:default-test");
        run.at(0, "runStart", "'np':3");
        run.worker(10, "workerStart", 1, "").worker(20, "workerStart", 2, "");
        run.worker(300, "workerReady", 1, "").worker(340, "workerReady", 2, "");
        run.at(600, "plan", "'units':5").at(601, "staff", "'workers':2,'why':'5 tests of about 3 s in all'");
        String clock = "'unit':'group \\\"clock\\\"','class':'com.shop.ClockTest','group':'clock','isolated':true";
        run.worker(610, "unitStart", 1, clock);
        run.worker(611, "workerWait", 2, "'for':'isolation'");
        run.test(1, 650, 1100, "com.shop.ClockTest", "midnight", "passed", "");
        run.worker(1110, "unitEnd", 1, clock + ",'outcome':'ran'");
        String orders = "'unit':'com.shop.OrderTest','class':'com.shop.OrderTest','locks':'db (write)'";
        run.worker(1120, "unitStart", 1, orders);
        run.worker(1125, "workerWait", 2, "'for':'locks'");
        run.test(
                1,
                1200,
                1900,
                "com.shop.OrderTest",
                "pays",
                "failed",
                "'message':'expected: <24.98> but was: <24.99>','trace':'org.opentest4j.AssertionFailedError: expected:"
                        + " <24.98> but was: <24.99>\\n\\tat com.shop.OrderTest.pays(OrderTest.java:43)'");
        run.worker(
                1900,
                "output",
                1,
                "'class':'com.shop.OrderTest','method':'pays','text':'cart has 2 books\\nsum 24.99\\n','chars':27");
        run.test(1, 1900, 1900, "com.shop.OrderTest", "refunds", "skipped", "'message':'not yet'");
        run.test(1, 1905, 2100, "com.shop.OrderTest", HOSTILE, "passed", "");
        run.test(1, 2100, 2300, "com.shop.OrderTest", "ships", "aborted", "'message':'Assumption failed'");
        run.test(
                1,
                2300,
                2500,
                "com.shop.OrderTest",
                "tracks",
                "error",
                "'message':'boom','trace':'java.lang.IllegalStateException: boom'");
        run.worker(2510, "unitEnd", 1, orders + ",'outcome':'ran'");
        String cart = "'unit':'com.shop.CartTest','class':'com.shop.CartTest','locks':'db (write)'";
        run.worker(2515, "unitStart", 2, cart);
        run.test(2, 2600, 2700, "com.shop.CartTest", "addsUp", "failed", "'message':'flaky','trace':'flaky'");
        String again = "'class':'com.shop.CartTest','method':'addsUp','rerun':true";
        run.worker(2710, "testStart", 2, again).worker(2800, "testEnd", 2, again + ",'outcome':'passed'");
        run.worker(2850, "unitEnd", 2, cart + ",'outcome':'ran'");
        String mail = "'unit':'com.shop.MailTest','class':'com.shop.MailTest'";
        run.worker(2851, "unitStart", 2, mail);
        run.worker(2900, "testStart", 2, "'class':'com.shop.MailTest','method':'sends'");
        run.worker(
                3200, "unitEnd", 2, mail + ",'outcome':'lost','reason':'worker 2 (pid 4002) ended with exit code 7'");
        run.worker(3201, "workerEnd", 2, "'exitCode':7");
        run.worker(3000, "workerFinish", 1, "").worker(3150, "workerEnd", 1, "'exitCode':0");
        run.at(3250, "runEnd", "'outcome':'failed'");
        return run;
    }

    /** The history that {@link #small} found. */
    static String smallHistory() {
        String key = "com.shop:shop\tsurefire:default-test\tcom.shop.";
        return "# mp-history 1\n"
                + "module\texecution\tclass\tmethod\truns\ttypicalMillis\tlastMillis\tlastOutcome\tlastSeen\n"
                + key + "ClockTest\tmidnight\t4\t100\t110\tpassed\t1794000000000\n"
                + key + "OrderTest\tpays\t4\t650\t640\tpassed\t1794000000000\n"
                + key + "OrderTest\ttracks\t4\t650\t640\terror\t1794000000000\n"
                + key + "OrderTest\tisGone\t4\t650\t640\tpassed\t1794000000000\n"
                + key + "OrderTest\t*\t4\t650\t640\tpassed\t1794000000000\n";
    }

    /**
     * A large run.
     *
     * @param tests how many, in classes of 20
     */
    static SampleRun large(int tests, int workers) {
        Random random = new Random(1);
        SampleRun run = new SampleRun("run-1", "com.large:large", "surefire:default-test");
        run.at(0, "runStart", "'np':" + workers);
        long[] at = new long[workers + 1];
        for (int worker = 1; worker <= workers; worker++) {
            run.worker(worker, "workerStart", worker, "").worker(400, "workerReady", worker, "");
            at[worker] = 1500;
        }
        run.at(1500, "plan", "'units':" + tests / 20);
        for (int type = 0; type < tests / 20; type++) {
            int worker = 1;
            for (int other = 2; other <= workers; other++) {
                worker = at[other] < at[worker] ? other : worker;
            }
            String name = String.format("com.large.area%02d.Module%04dServiceTest", type % 40, type);
            String unit = "'unit':'" + name + "','class':'" + name + "'";
            run.worker(at[worker], "unitStart", worker, unit);
            for (int test = 0; test < 20; test++) {
                long start = at[worker] + 1;
                at[worker] = start + 2 + (long) Math.abs(random.nextGaussian() * 40);
                boolean fails = random.nextInt(400) == 0;
                run.test(
                        worker,
                        start,
                        at[worker],
                        name,
                        "handlesRequestNumber" + test + "WithoutTrouble",
                        fails ? "failed" : random.nextInt(100) == 0 ? "skipped" : "passed",
                        fails
                                ? "'message':'it broke','trace':'java.lang.AssertionError: it broke\\n\\tat X.y(X.java:1)'"
                                : "");
            }
            at[worker] += 2;
            run.worker(at[worker], "unitEnd", worker, unit + ",'outcome':'ran'");
        }
        long end = 0;
        for (int worker = 1; worker <= workers; worker++) {
            run.worker(at[worker] + 1, "workerFinish", worker, "")
                    .worker(at[worker] + 200, "workerEnd", worker, "'exitCode':0");
            end = Math.max(end, at[worker] + 200);
        }
        return run.at(end + 1, "runEnd", "'outcome':'ran'");
    }
}
