package io.github.surefiremp.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefiremp.dispatch.FakeWorker.Script;
import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.ReportEvent.Kind;
import io.github.surefiremp.model.Strategy;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkQueue;
import io.github.surefiremp.model.WorkerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DispatcherTest {
    private static final IntFunction<Script> HEALTHY = index -> new Script() {};

    @Test
    void threeWorkersRunAllUnits() {
        FakeRun run = new FakeRun(3, suite(9), HEALTHY);

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).containsExactlyInAnyOrderElementsOf(suite(9));
        assertThat(run.workers).hasSize(3).allSatisfy(worker -> {
            assertThat(worker.isGone()).isTrue();
            assertThat(worker.sent()).endsWith("finish", "acknowledgeBye").doesNotContain("kill");
        });
        assertThat(run.workers.stream().flatMap(worker -> worker.sent().stream().filter(one -> one.startsWith("run "))))
                .containsExactlyInAnyOrderElementsOf(
                        suite(9).stream().map(name -> "run " + name).toList());
        assertThat(run.givenBack).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void theObserverIsToldInTheOrderOfThings() {
        FakeRun run = new FakeRun(1, suite(2), HEALTHY);

        run.run();

        assertThat(run.observed)
                .containsExactly(
                        "worker 1 started as 1001",
                        "worker 1 got unit00",
                        "worker 1 passed unit00",
                        "worker 1 ended unit00",
                        "worker 1 got unit01",
                        "worker 1 passed unit01",
                        "worker 1 ended unit01",
                        "worker 1 ended with 0");
    }

    @Test
    void aWorkerIsToldOfShortUnitsBeforeItAsksForThemAsLongAsThereAreMany() {
        FakeRun run = new FakeRun(1, suite(10), index -> new Script() {
            private final List<String> told = new ArrayList<>();

            @Override
            public void ran(FakeWorker worker, String className) {
                told.add(className);
                int size = told.size();
                // It has one and is told of three more, until no more than three wait.
                if (size > 7) {
                    Script.super.ran(worker, className);
                } else if (size >= 4) {
                    told.subList(size - 4, size == 7 ? 7 : size - 3).forEach(name -> Script.super.ran(worker, name));
                }
            }
        });
        run.staff = allShort();

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).containsExactlyElementsOf(suite(10));
        assertThat(run.observed.subList(1, 31))
                .containsExactlyElementsOf(suite(10).stream()
                        .flatMap(unit ->
                                Stream.of("worker 1 got " + unit, "worker 1 passed " + unit, "worker 1 ended " + unit))
                        .toList());
    }

    @Test
    void whatAWorkerWasToldAheadIsNotLostWithIt() {
        FakeRun run = new FakeRun(1, suite(8), index -> index == 0 ? dies("unit01", 134, "abort") : healthy());
        run.staff = allShort();

        List<String> problems = run.run();

        assertThat(problems).hasSize(1);
        assertThat(run.lostUnits).containsExactly("unit01");
        assertThat(run.endedUnits)
                .containsExactly("unit00", "unit02", "unit03", "unit04", "unit05", "unit06", "unit07");
        assertThat(run.worker(0).sent()).contains("run unit02");
        assertThat(run.worker(1).sent()).startsWith("run unit02", "run unit03");
    }

    @Test
    void aWorkerThatItsTestsSpoiledIsReplacedAfterTheUnitAndItIsNoCrash() {
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 0, 1), 1, suite(8), index -> new Script() {
            private boolean spoiled;
            private boolean saysBye;

            @Override
            public void ran(FakeWorker worker, String className) {
                if (spoiled) {
                    // It was told of this ahead, and declines.
                    worker.tells(new WorkerEvent.Asks());
                    return;
                }
                worker.passes(className);
                if (className.equals("unit01")) {
                    spoiled = true;
                    worker.tells(new WorkerEvent.Spoiled("unit01 left x", true));
                }
                worker.tells(new WorkerEvent.Asks());
            }

            @Override
            public void finished(FakeWorker worker) {
                // It asked several times and is told as often.
                if (!saysBye) {
                    saysBye = true;
                    Script.super.finished(worker);
                }
            }

            @Override
            public void acknowledged(FakeWorker worker) {
                worker.ends(spoiled ? 1 : 0, "");
            }
        });
        run.staff = allShort();

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).containsExactlyInAnyOrderElementsOf(suite(8));
        assertThat(run.lostUnits).isEmpty();
        assertThat(run.workers).hasSize(2);
        assertThat(run.worker(0).sent()).contains("run unit02", "finish");
        assertThat(run.notices)
                .singleElement()
                .asString()
                .startsWith("mp: unit01 left x; worker 1 (pid 1001) is replaced.");
    }

    @Test
    void whatFailsAtTheEndOfASpoiledWorkerFailsTheRun() {
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 0, 1), 1, suite(1), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.passes(className);
                worker.tells(new WorkerEvent.Spoiled("unit01 left x", true));
                worker.tells(new WorkerEvent.Asks());
            }

            @Override
            public void acknowledged(FakeWorker worker) {
                worker.tells(new WorkerEvent.Fails("a listener failed in close"));
                worker.ends(1, "");
            }
        });

        assertThat(run.run())
                .singleElement()
                .asString()
                .contains("worker 1, which was replaced, failed at its end:", "a listener failed in close");
    }

    @Test
    void aSpoiledWorkerThatGoesOnEndsWhatItWasToldAhead() {
        FakeRun run = new FakeRun(1, suite(8), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.passes(className);
                if (className.equals("unit01")) {
                    worker.tells(new WorkerEvent.Spoiled("unit01 left x", false));
                }
                worker.tells(new WorkerEvent.Asks());
            }
        });
        run.staff = allShort();

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).containsExactlyElementsOf(suite(8));
        assertThat(run.workers).hasSize(2);
    }

    @Test
    void aDiscoveryThatHangsIsEndedWithTheRun() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(1, suite(2), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                holder[0].jump = TimeUnit.SECONDS.toNanos(1);
            }
        });
        run.staff = impatient();
        holder[0] = run;

        List<String> problems = run.run();

        assertThat(problems.get(0)).contains("mp.testTimeout=1000: worker 1 (pid 1001) starts or looks for tests");
        assertThat(run.notices.get(0)).contains("starts or looks for tests, without any sign, for 60 s now");
    }

    @Test
    void aWorkerThatHangsAfterItsLastTestIsEndedAndWhatItRanCounts() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(1, suite(2), index -> new Script() {
            @Override
            public void finished(FakeWorker worker) {
                holder[0].jump = TimeUnit.SECONDS.toNanos(1);
            }
        });
        run.staff = impatient();
        holder[0] = run;

        assertThat(run.run())
                .singleElement()
                .asString()
                .contains("mp.testTimeout=1000: worker 1 (pid 1001) cleans up after its last test");
        assertThat(run.endedUnits).containsExactly("unit00", "unit01");
    }

    @Test
    void nothingIsToldAheadWhileAnotherRunWaits() {
        int[] before = {0};
        FakeRun[] run = new FakeRun[1];
        run[0] = new FakeRun(1, suite(12), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (className.equals("unit00")) {
                    run[0].dispatcher.yieldAsked();
                }
                before[0] += run[0].permits.size() == 1 ? 1 : 0;
                Script.super.ran(worker, className);
            }
        });
        run[0].staff = allShort();

        assertThat(run[0].run()).isEmpty();

        assertThat(run[0].permits).containsExactly("shared", "leave", "shared", "leave");
        // The first one, and three of which the worker had been told when the other run came.
        assertThat(before[0]).isEqualTo(4);
        assertThat(run[0].endedUnits).hasSize(12);
    }

    @Test
    void shortUnitsDoNotOvertakeOneThatWantsAFreshJvm() {
        FakeRun run = new FakeRun(1, suite(12), HEALTHY);
        run.units.put("unit01", fresh("unit01"));
        run.staff = allShort();

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).containsExactlyElementsOf(suite(12));
    }

    @Test
    void nothingIsToldAheadThatMayBeSkipped() {
        FakeRun run = new FakeRun(new Limits(1, 1, 0, 4, 1), 1, suite(4), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.tells(new WorkerEvent.CountsFailure());
                worker.tells(new WorkerEvent.Asks());
            }
        });
        run.staff = allShort();

        run.run();

        assertThat(run.endedUnits).containsExactly("unit00");
        assertThat(run.skippedUnits).containsExactly("unit01", "unit02", "unit03");
    }

    @Test
    void theFirstWorkerDiscoversBeforeOthersAreAskedFor() {
        FakeRun run = new FakeRun(4, suite(8), HEALTHY);

        run.run();

        assertThat(run.wants.get(0)).isEqualTo(1);
        assertThat(run.wants).contains(3);
    }

    @Test
    void thereAreNoMoreWorkersThanUnits() {
        FakeRun run = new FakeRun(8, suite(2), HEALTHY);

        assertThat(run.run()).isEmpty();

        assertThat(run.workers.size()).isLessThanOrEqualTo(2);
    }

    @Test
    void thereAreNeverMoreWorkersThanNpThoughMoreNumbersAreFree() {
        FakeRun run = new FakeRun(new Limits(2, 0, 0, 4, 1), 16, suite(20), HEALTHY);

        assertThat(run.run()).isEmpty();

        assertThat(run.liveAtOnce).isEqualTo(2);
    }

    @Test
    void workersThatStartDuringDiscoveryWaitForItAndThenGetUnits() {
        FakeRun run = new FakeRun(new Limits(3, 0, 0, 4, 9), 3, suite(9), lateDiscovery(3));

        assertThat(run.run()).isEmpty();

        assertThat(run.workers).hasSize(3);
        assertThat(run.endedUnits).hasSize(9);
        assertThat(run.workers)
                .allSatisfy(worker -> assertThat(worker.sent().get(0)).startsWith("run "));
    }

    @Test
    void workersAreStartedWhileOthersRunAsSoonAsItPays() {
        FakeRun run = new FakeRun(4, suite(8), HEALTHY);
        run.staff = staff((queue, starting) -> queue.waitingCount() > 5 ? 1 : 3);

        assertThat(run.run()).isEmpty();

        assertThat(run.wants.get(0)).isEqualTo(1);
        assertThat(run.liveAtOnce).isEqualTo(3);
        assertThat(run.endedUnits).hasSize(8);
    }

    @Test
    void noMoreWorkersAreOnTheirWayAtOnceThanMayBe() {
        List<FakeWorker> starting = new ArrayList<>();
        int[] most = {0};
        FakeRun run = new FakeRun(new Limits(6, 0, 0, 4, 6, 2), 6, suite(12), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                starting.add(worker);
                most[0] = Math.max(most[0], starting.size());
                if (discovers) {
                    worker.discovers(suite);
                }
                if (starting.size() == 2) {
                    List<FakeWorker> both = List.copyOf(starting);
                    starting.clear();
                    both.forEach(one -> one.tells(new WorkerEvent.Asks()));
                }
            }
        });

        assertThat(run.run()).isEmpty();

        assertThat(most[0]).isEqualTo(2);
        assertThat(run.workers).hasSize(6);
    }

    @Test
    void whereItDoesNotPayOneWorkerRunsAll() {
        FakeRun run = new FakeRun(4, suite(8), HEALTHY);
        run.staff = staff((queue, starting) -> 1);

        assertThat(run.run()).isEmpty();

        assertThat(run.workers).hasSize(1);
        assertThat(run.wants).doesNotContain(2, 3);
    }

    @Test
    void itIsAskedAgainWhenNothingHappens() {
        List<FakeWorker> all = new ArrayList<>();
        FakeRun run = new FakeRun(2, suite(2), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                // The first one goes on until there is a second one.
                all.add(worker);
                if (all.size() == 2) {
                    all.forEach(one -> one.tells(new WorkerEvent.Asks()));
                }
            }
        });
        int[] asked = {0};
        run.staff = staff((queue, starting) -> ++asked[0] > 3 ? 2 : 1);

        assertThat(run.run()).isEmpty();

        assertThat(run.liveAtOnce).isEqualTo(2);
    }

    @Test
    void aWorkerThatHasNotBegunWhenNothingWaitsAnyMoreIsEndedAndNobodyIsToBlame() {
        FakeRun run = new FakeRun(2, suite(2), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                if (index == 0) {
                    Script.super.launched(worker, suite, discovers);
                }
            }
        });

        assertThat(run.run()).isEmpty();

        assertThat(run.workers).hasSize(2);
        assertThat(run.worker(1).sent()).containsExactly("kill");
        assertThat(run.endedUnits).hasSize(2);
        assertThat(run.givenBack).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void whatSuchAWorkerStillSaysIsNotHeard() {
        FakeRun run = new FakeRun(2, suite(2), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                if (index == 0) {
                    Script.super.launched(worker, suite, discovers);
                }
            }

            @Override
            public void killed(FakeWorker worker) {
                worker.tells(new WorkerEvent.Asks());
                worker.tells(new WorkerEvent.Fails("interrupted"));
                worker.tells(new WorkerEvent.Bye());
            }
        });

        assertThat(run.run()).isEmpty();

        assertThat(run.worker(1).sent()).containsExactly("kill");
    }

    @Test
    void aWorkerWhoseJvmWaitedDoesNotTellWhatAStartCosts() {
        FakeRun run = new FakeRun(2, suite(4), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                worker.isNew = index == 1;
                Script.super.launched(worker, suite, discovers);
            }
        });
        List<Integer> ready = new ArrayList<>();
        run.staff = staff((queue, starting) -> 2, ready::add);

        assertThat(run.run()).isEmpty();

        assertThat(run.workers).hasSize(2);
        assertThat(ready).containsExactly(run.worker(1).number());
    }

    private static Staff staff(ToIntBiFunction<WorkQueue, Integer> wanted) {
        return staff(wanted, worker -> {});
    }

    private static Staff staff(ToIntBiFunction<WorkQueue, Integer> wanted, IntConsumer ready) {
        return new Staff() {
            @Override
            public void ready(int worker) {
                ready.accept(worker);
            }

            @Override
            public int wanted(WorkQueue queue, int workers, int starting) {
                return wanted.applyAsInt(queue, starting);
            }

            @Override
            public long patienceMillis() {
                return 1;
            }
        };
    }

    @Test
    void onlyTheFirstWorkerDiscovers() {
        List<Boolean> discovers = new ArrayList<>();
        FakeRun run = new FakeRun(new Limits(3, 0, 0, 4, 9), 3, suite(3), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovering) {
                discovers.add(discovering);
                Script.super.launched(worker, suite, discovering);
            }
        });

        run.run();

        assertThat(discovers).startsWith(true).filteredOn(one -> one).hasSize(1);
    }

    @Test
    void workersThatStartedForNothingAreFinished() {
        FakeRun run = new FakeRun(new Limits(3, 0, 0, 4, 9), 3, List.of(), lateDiscovery(3));

        assertThat(run.run()).isEmpty();

        assertThat(run.workers).hasSize(3);
        assertThat(run.workers)
                .allSatisfy(worker -> assertThat(worker.sent()).containsExactly("finish", "acknowledgeBye"));
    }

    @Test
    void aWorkerThatDiesWhileItWaitsForDiscoveryIsAProblem() {
        FakeRun run = new FakeRun(new Limits(2, 0, 0, 0, 9), 2, suite(3), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovering) {
                if (!discovering) {
                    worker.tells(new WorkerEvent.Asks());
                    worker.ends(9, "gone");
                }
            }
        });

        assertThat(run.run()).anySatisfy(problem -> assertThat(problem).contains("exit code 9", "gone"));
    }

    /** The first worker names the classes when the last of so many workers asks for one. */
    private static IntFunction<Script> lateDiscovery(int workers) {
        List<FakeWorker> launched = new ArrayList<>();
        return index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovering) {
                launched.add(worker);
                if (launched.size() > 1) {
                    worker.tells(new WorkerEvent.Asks());
                }
                if (launched.size() == workers) {
                    launched.get(0).discovers(suite);
                    launched.get(0).tells(new WorkerEvent.Asks());
                }
            }
        };
    }

    @Test
    void anEmptySuiteEndsCleanly() {
        FakeRun run = new FakeRun(4, List.of(), HEALTHY);

        assertThat(run.run()).isEmpty();

        assertThat(run.worker(0).sent()).containsExactly("finish", "acknowledgeBye");
        assertThat(run.workers).hasSize(1);
    }

    @Test
    void theClassesOfAUnitGoToOneWorkerInTheirOrder() {
        FakeRun run = new FakeRun(1, List.of("group"), HEALTHY);
        run.units.put("group", new Unit("group", List.of("a", "b", "c")));

        assertThat(run.run()).isEmpty();

        assertThat(run.worker(0).sent()).containsExactly("run a", "run b", "run c", "finish", "acknowledgeBye");
        assertThat(run.endedUnits).containsExactly("group");
    }

    @Test
    void testsThatContradictEachOtherStopTheRunBeforeAnyTest() {
        FakeRun run = new FakeRun(2, suite(3), HEALTHY);
        run.contradiction = "class A is in two groups";

        assertThat(run.run()).containsExactly("class A is in two groups");

        assertThat(run.workers)
                .allSatisfy(worker -> assertThat(worker.sent()).noneMatch(sent -> sent.startsWith("run ")));
        assertThat(run.permits).isEmpty();
    }

    @Test
    void anIsolatedGroupRunsAloneInTheSessionAndTheRestNextToOthers() {
        FakeRun run = new FakeRun(2, suite(3), HEALTHY);
        run.units.put("unit01", isolated("unit01"));

        assertThat(run.run()).isEmpty();

        assertThat(run.permits).containsExactly("alone", "leave", "shared", "leave");
        assertThat(run.endedUnits).startsWith("unit01").hasSize(3);
    }

    @Test
    void noUnitStartsBeforeTheSessionLetsTheRunIn() {
        FakeRun run = new FakeRun(1, suite(2), HEALTHY);
        run.letsIn = false;
        run.afterTurns(16, () -> {
            assertThat(run.permits).containsExactly("shared");
            assertThat(run.worker(0).sent()).isEmpty();
            run.dispatcher.entered();
        });

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).hasSize(2);
    }

    @Test
    void aRunThatIsAskedToYieldEndsWhatRunsAndAsksAgain() {
        FakeRun[] run = new FakeRun[1];
        run[0] = new FakeRun(1, suite(3), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (className.equals("unit00")) {
                    run[0].dispatcher.yieldAsked();
                }
                Script.super.ran(worker, className);
            }
        });

        assertThat(run[0].run()).isEmpty();

        assertThat(run[0].permits).containsExactly("shared", "leave", "shared", "leave");
        assertThat(run[0].endedUnits).hasSize(3);
    }

    @Test
    void aUnitThatWantsAFreshJvmGetsAWorkerThatRanNothing() {
        FakeRun run = new FakeRun(1, suite(3), HEALTHY);
        run.units.put("unit01", fresh("unit01"));
        run.units.put("unit02", fresh("unit02"));

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).containsExactly("unit00", "unit01", "unit02");
        assertThat(run.workers).hasSize(3);
        assertThat(run.workers).allSatisfy(worker -> assertThat(worker.sent()).endsWith("finish", "acknowledgeBye"));
    }

    @Test
    void workersShareDiscoveryAndRunNothingBeforeItHasEnded() {
        FakeRun run = new FakeRun(
                new Limits(2, 0, 0, 4, 2),
                2,
                suite(4),
                index -> new Script() {
                    @Override
                    public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                        worker.tells(new WorkerEvent.Asks());
                    }

                    @Override
                    public void ran(FakeWorker worker, String command) {
                        if (command.startsWith("discover ")) {
                            worker.discovers(List.of(command.substring(9) + "0", command.substring(9) + "1"));
                        } else {
                            worker.passes(command);
                        }
                        worker.tells(new WorkerEvent.Asks());
                    }
                },
                List.of("discover a", "discover b", "discover c"));

        assertThat(run.run()).isEmpty();

        assertThat(run.queue.doneCount()).isEqualTo(6);
        assertThat(run.endedUnits).containsExactlyInAnyOrder("a0", "a1", "b0", "b1", "c0", "c1");
        assertThat(run.worker(0).sent().get(0)).startsWith("run discover");
    }

    @Test
    void aWorkerThatDiesWhileItDiscoversStopsTheRun() {
        FakeRun run = new FakeRun(
                new Limits(1, 0, 0, 4, 1),
                1,
                suite(1),
                index -> new Script() {
                    @Override
                    public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                        worker.tells(new WorkerEvent.Asks());
                    }

                    @Override
                    public void ran(FakeWorker worker, String command) {
                        worker.ends(1, "NoClassDefFoundError");
                    }
                },
                List.of("discover a"));

        assertThat(run.run()).singleElement().asString().contains("NoClassDefFoundError", "No test could be run");
    }

    private static Unit isolated(String name) {
        return new Unit(name, List.of(ClassPart.whole(name)), "db", Strategy.ISOLATED_SERIAL, Set.of(), false);
    }

    private static Unit fresh(String name) {
        return new Unit(name, List.of(ClassPart.whole(name)), "", Strategy.FREE, Set.of(), true);
    }

    @Test
    void aWorkerThatDiesInAUnitLosesItAndTheRestRunsElsewhere() {
        FakeRun run = new FakeRun(2, suite(6), index -> index == 0 ? dies("unit00", 139, "SIGSEGV here") : healthy());

        List<String> problems = run.run();

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("unit00 did not run to its end: worker 1 (pid 1001)");
        assertThat(problems.get(0)).contains("exit code 139", "without saying goodbye", "SIGSEGV here");
        assertThat(run.lostUnits).containsExactly("unit00");
        assertThat(run.endedUnits).containsExactlyInAnyOrderElementsOf(suite(6).subList(1, 6));
        assertThat(run.workers).hasSizeGreaterThan(1);
        assertThat(run.givenBack).doesNotContainNull().contains(1, 2);
    }

    @Test
    void theOnlyWorkerIsReplaced() {
        FakeRun run = new FakeRun(1, suite(3), index -> index == 0 ? dies("unit01", 1, "") : healthy());

        assertThat(run.run()).hasSize(1);

        assertThat(run.workers).hasSize(2);
        assertThat(run.worker(1).sent()).containsExactly("run unit02", "finish", "acknowledgeBye");
        assertThat(run.liveAtOnce).isEqualTo(1);
    }

    @Test
    void whatAWorkerSaidOfItsFailureIsInTheProblem() {
        FakeRun run = new FakeRun(1, suite(1), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.tells(new WorkerEvent.Fails("java.lang.OutOfMemoryError: Metaspace"));
                worker.ends(3, "");
            }
        });

        assertThat(run.run()).singleElement().asString().contains("exit code 3", "OutOfMemoryError: Metaspace");
        assertThat(run.lossReasons).singleElement().asString().contains("OutOfMemoryError: Metaspace");
    }

    @Test
    void aWorkerThatDiesWhileItStartsStopsTheRun() {
        FakeRun run = new FakeRun(2, suite(3), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                worker.ends(1, "Unrecognized option: -Xmy");
            }
        });

        List<String> problems = run.run();

        assertThat(problems)
                .singleElement()
                .asString()
                .contains("exit code 1", "Unrecognized option: -Xmy", "No test could be run.");
        assertThat(run.workers).hasSize(1);
    }

    @Test
    void aWorkerThatDiesAfterItDiscoveredStopsTheRunAndWhatDidNotRunIsListed() {
        FakeRun run = new FakeRun(2, suite(3), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                worker.discovers(suite);
                worker.ends(1, "bad luck");
            }
        });

        List<String> problems = run.run();

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).contains("bad luck");
        assertThat(problems.get(1)).isEqualTo("NOT RUN: unit00, unit01, unit02");
    }

    @Test
    void aWorkerThatSaysByeBeforeItDiscoveredStopsTheRun() {
        FakeRun run = new FakeRun(2, suite(3), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                worker.tells(new WorkerEvent.Fails("NoClassDefFoundError: some/Engine"));
                worker.tells(new WorkerEvent.Bye());
            }
        });

        assertThat(run.run()).singleElement().asString().contains("worker 1 failed", "some/Engine");
    }

    @Test
    void aSecondWorkerThatDiesWhileItStartsEndsTheFirstAndListsWhatDidNotRun() {
        FakeRun run = new FakeRun(
                2,
                suite(30),
                index -> index == 0
                        ? healthy()
                        : new Script() {
                            @Override
                            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                                worker.ends(1, "no memory");
                            }
                        });

        List<String> problems = run.run();

        assertThat(problems.get(0)).contains("worker 2", "no memory").doesNotContain("No test could be run");
        assertThat(problems.get(1)).startsWith("NOT RUN: ");
        assertThat(run.worker(0).sent()).endsWith("kill");
        assertThat(run.endedUnits.size()
                        + run.lostUnits.size()
                        + run.unitsNotRun().size())
                .isEqualTo(30);
    }

    @Test
    void tooManyLostWorkersStopTheRun() {
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 2, 1), 1, suite(6), index -> dies(suite(6).get(index), 9, ""));

        List<String> problems = run.run();

        assertThat(run.workers).hasSize(3);
        assertThat(run.lostUnits).containsExactly("unit00", "unit01", "unit02");
        assertThat(problems).hasSize(5);
        assertThat(problems.get(3)).contains("mp.maxWorkerRestarts=2", "3 workers were lost");
        assertThat(problems.get(4)).isEqualTo("NOT RUN: unit03, unit04, unit05");
    }

    @Test
    void noRestartsAtAllMeansThatTheFirstLossStopsTheRun() {
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 0, 1), 1, suite(2), index -> dies("unit00", 9, ""));

        assertThat(run.run()).anySatisfy(problem -> assertThat(problem).contains("mp.maxWorkerRestarts=0"));
        assertThat(run.workers).hasSize(1);
    }

    @Test
    void aLossWithTheLastUnitNeedsNoReplacement() {
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 0, 1), 1, suite(1), index -> dies("unit00", 9, ""));

        assertThat(run.run()).singleElement().asString().startsWith("unit00 did not run to its end");
        assertThat(run.workers).hasSize(1);
    }

    @Test
    void aByeWithAUnitInHandIsALoss() {
        FakeRun run = new FakeRun(
                1,
                suite(2),
                index -> index > 0
                        ? healthy()
                        : new Script() {
                            @Override
                            public void ran(FakeWorker worker, String className) {
                                worker.tells(new WorkerEvent.Bye());
                            }
                        });

        List<String> problems = run.run();

        assertThat(problems)
                .containsExactly("unit00 did not run to its end: worker 1 ended before its work did\n"
                        + "What had not begun of unit00 runs in another worker.");
        assertThat(run.lostUnits).containsExactly("unit00");
        assertThat(run.endedUnits).containsExactly("unit00 (rest)", "unit01");
        assertThat(run.worker(0).sent()).containsExactly("run unit00", "acknowledgeBye");
    }

    @Test
    void aFailureThatLosesAUnitIsToldOnce() {
        FakeRun run = new FakeRun(1, suite(1), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.tells(new WorkerEvent.Fails("provider broke"));
                worker.tells(new WorkerEvent.Bye());
            }
        });

        assertThat(run.run()).singleElement().asString().contains("unit00", "provider broke");
    }

    @Test
    void workersThatKeepSayingByeWithAUnitInHandStopTheRunToo() {
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 2, 1), 1, suite(20), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.tells(new WorkerEvent.Bye());
            }
        });

        assertThat(run.run()).anySatisfy(problem -> assertThat(problem).contains("mp.maxWorkerRestarts=2"));
        assertThat(run.workers).hasSize(3);
    }

    @Test
    void aBadExitCodeAfterAllItsWorkIsAProblem() {
        FakeRun run = new FakeRun(1, suite(1), index -> new Script() {
            @Override
            public void acknowledged(FakeWorker worker) {
                worker.ends(42, "exit in a shutdown hook");
            }
        });

        assertThat(run.run())
                .singleElement()
                .asString()
                .contains("exit code 42", "after its work", "exit in a shutdown hook");
        assertThat(run.endedUnits).containsExactly("unit00");
    }

    @Test
    void anEndWithoutByeAfterAllItsWorkIsAProblem() {
        FakeRun run = new FakeRun(1, suite(1), index -> new Script() {
            @Override
            public void finished(FakeWorker worker) {
                worker.ends(0, "");
            }
        });

        assertThat(run.run()).singleElement().asString().contains("exit code 0", "without saying goodbye");
    }

    @Test
    void aFailureThatIsToldAfterAllItsWorkIsAProblem() {
        FakeRun run = new FakeRun(1, suite(1), index -> new Script() {
            @Override
            public void finished(FakeWorker worker) {
                worker.tells(new WorkerEvent.Fails("clean-up broke"));
                worker.tells(new WorkerEvent.Bye());
            }
        });

        assertThat(run.run()).singleElement().asString().contains("worker 1 failed", "clean-up broke");
    }

    @Test
    void aWorkerThatAsksOnceMoreIsToldAgainToFinish() {
        FakeRun run = new FakeRun(1, suite(1), index -> new Script() {
            private boolean asked;

            @Override
            public void finished(FakeWorker worker) {
                worker.tells(asked ? new WorkerEvent.Bye() : new WorkerEvent.Asks());
                asked = true;
            }
        });

        assertThat(run.run()).isEmpty();
        assertThat(run.worker(0).sent()).containsExactly("run unit00", "finish", "finish", "acknowledgeBye");
    }

    @Test
    void afterEnoughFailuresWhatWaitsIsSkippedAndAllWorkersAreTold() {
        FakeRun run = new FakeRun(new Limits(2, 2, 0, 4, 1), 2, suite(10), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.tells(new WorkerEvent.CountsFailure());
                worker.passes(className);
                worker.tells(new WorkerEvent.Asks());
            }
        });

        assertThat(run.run()).isEmpty();

        assertThat(run.queue.skippedCount()).isPositive();
        assertThat(run.queue.doneCount() + run.queue.skippedCount()).isEqualTo(10);
        assertThat(run.skippedUnits).hasSize(run.queue.skippedCount());
        assertThat(run.skippedUnits).isSorted().endsWith("unit09").doesNotContainAnyElementsOf(run.endedUnits);
        assertThat(run.workers).allSatisfy(worker -> {
            assertThat(worker.sent()).containsOnlyOnce("skipRest");
            assertThat(worker.sent()).endsWith("finish", "acknowledgeBye");
        });
    }

    @Test
    void oneFailureLessThanEnoughSkipsNothing() {
        FakeRun run = new FakeRun(new Limits(1, 3, 0, 4, 1), 1, suite(4), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (className.equals("unit00") || className.equals("unit01")) {
                    worker.tells(new WorkerEvent.CountsFailure());
                }
                Script.super.ran(worker, className);
            }
        });

        assertThat(run.run()).isEmpty();
        assertThat(run.queue.doneCount()).isEqualTo(4);
        assertThat(run.worker(0).sent()).doesNotContain("skipRest");
        assertThat(run.skippedUnits).isEmpty();
    }

    @Test
    void aNumberThatIsAskedForComesFromOneOfSeveralWorkersAfterItsUnit() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(new Limits(3, 0, 0, 4, 1), 3, suite(30), index -> new Script() {
            private boolean asked;

            @Override
            public void ran(FakeWorker worker, String className) {
                if (holder[0].workers.size() == 3 && worker.number() == 2 && !asked) {
                    asked = true;
                    holder[0].dispatcher.spareAsked();
                }
                Script.super.ran(worker, className);
            }
        });
        holder[0] = run;

        assertThat(run.run()).isEmpty();

        assertThat(run.endedUnits).hasSize(30);
        // One was spared; when its number came free again and nobody else had taken it, a new worker got it.
        assertThat(run.workers).hasSize(4);
        assertThat(run.liveAtOnce).isEqualTo(3);
    }

    @Test
    void theOnlyWorkerIsNotSpared() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(1, suite(5), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                holder[0].dispatcher.spareAsked();
                Script.super.ran(worker, className);
            }
        });
        holder[0] = run;

        assertThat(run.run()).isEmpty();

        assertThat(run.workers).hasSize(1);
    }

    @Test
    void aWorkerThatLeavesDoesNotCountAsOneThatRemains() {
        // Worker 1 is slow to leave: it has said bye with a unit in hand and its process is still there.
        FakeRun[] holder = new FakeRun[1];
        FakeWorker[] slow = new FakeWorker[1];
        FakeRun run = new FakeRun(new Limits(2, 0, 0, 4, 1), 2, suite(12), index -> new Script() {
            private int ran;

            @Override
            public void ran(FakeWorker worker, String className) {
                ran++;
                if (index == 0 && holder[0].workers.size() == 2) {
                    slow[0] = worker;
                    worker.tells(new WorkerEvent.Bye());
                    return;
                }
                if (index == 1 && slow[0] != null && ran == 3) {
                    holder[0].dispatcher.spareAsked();
                }
                if (index == 1 && ran == 6) {
                    slow[0].ends(0, "");
                }
                Script.super.ran(worker, className);
            }

            @Override
            public void acknowledged(FakeWorker worker) {
                if (index != 0) {
                    worker.ends(0, "");
                }
            }

            @Override
            public void finished(FakeWorker worker) {
                if (index == 1 && !slow[0].isGone()) {
                    slow[0].ends(0, "");
                }
                Script.super.finished(worker);
            }
        });
        holder[0] = run;

        run.run();

        assertThat(run.worker(1).sent().stream().filter(one -> one.startsWith("run ")))
                .as("what worker 2 ran, the only one left")
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void aNumberIsNotAskedForWhileAWorkerThatLeavesHoldsItsPlace() {
        // More numbers are free than np: asking for one that cannot be used would go back and forth until it is gone.
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 4, 1), 8, suite(3), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (index == 0) {
                    worker.tells(new WorkerEvent.Bye());
                } else {
                    Script.super.ran(worker, className);
                }
            }

            @Override
            public void acknowledged(FakeWorker worker) {
                if (index == 0) {
                    holder[0].endLater(worker, 4);
                } else {
                    worker.ends(0, "");
                }
            }
        });
        holder[0] = run;

        run.run();

        assertThat(run.givenBack).hasSameSizeAs(run.workers);
    }

    @Test
    void withoutItsCoordinatorTheRunStops() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(2, suite(10), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (className.equals("unit03")) {
                    holder[0].dispatcher.abandon("Maven's side of mp is gone: the coordinator closed the connection");
                }
                Script.super.ran(worker, className);
            }
        });
        holder[0] = run;

        List<String> problems = run.run();

        assertThat(problems.get(0)).contains("Maven's side of mp is gone", "the coordinator closed the connection");
        assertThat(problems.get(problems.size() - 1)).startsWith("NOT RUN: ");
        assertThat(run.workers).allSatisfy(worker -> assertThat(worker.isGone()).isTrue());
        assertThat(run.workers).allSatisfy(worker -> assertThat(worker.sent()).doesNotContain("kill"));
    }

    @Test
    void aCoordinatorThatIsGoneBeforeTheFirstWorkerEndsTheRun() {
        FakeRun run = new FakeRun(2, suite(3), HEALTHY);
        run.coordinatorIsGone = true;

        assertThat(run.run()).singleElement().asString().contains("Maven's side of mp is gone", "connection reset");
        assertThat(run.workers).isEmpty();
    }

    @Test
    void aWorkerThatCannotBeStartedEndsTheRun() {
        FakeRun run = new FakeRun(2, suite(3), HEALTHY);
        run.launchFails = true;

        assertThat(run.run()).singleElement().asString().contains("worker 1 cannot be started", "no such java");
        assertThat(run.givenBack).containsExactly(1);
    }

    @Test
    void testsThatTakeTooLongAreEnded() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(new Limits(2, 0, 30, 4, 1), 2, suite(6), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                worker.reports(Kind.SET_STARTED, className, "");
                if (className.equals("unit02")) {
                    holder[0].clock = TimeUnit.SECONDS.toNanos(31);
                    return; // It hangs.
                }
                worker.tells(new WorkerEvent.Asks());
            }
        });
        holder[0] = run;

        List<String> problems = run.run();

        assertThat(problems.get(0)).contains("forkedProcessTimeoutInSeconds=30");
        assertThat(run.lostUnits).contains("unit02");
        assertThat(run.workers).allSatisfy(worker -> assertThat(worker.isGone()).isTrue());
    }

    @Test
    void aTestThatHangsIsEndedWithItsWorkerAndTheRestGoesOn() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(new Limits(1, 0, 0, 4, 1), 1, suite(3), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (index > 0 || !className.equals("unit01")) {
                    Script.super.ran(worker, className);
                    return;
                }
                worker.reports(Kind.SET_STARTED, className, "");
                worker.reports(Kind.PIECE_STARTED, className, "[hangs]");
                worker.reports(Kind.TEST_STARTED, className, "hangs");
                holder[0].jump = TimeUnit.SECONDS.toNanos(1);
            }

            @Override
            public void endsHanging(FakeWorker worker) {
                holder[0].jump = 0;
                // Too late: it has failed.
                worker.reports(Kind.PASSED, "unit01", "hangs");
                worker.tells(new WorkerEvent.Asks());
                Script.super.endsHanging(worker);
            }
        });
        run.staff = impatient();
        holder[0] = run;

        List<String> problems = run.run();

        assertThat(problems)
                .containsExactly(
                        "unit01#hangs did not run to its end: mp.testTimeout=1000: unit01#hangs took longer, so"
                                + " worker 1 (pid 1001) was ended\nWhat had not begun of unit01 runs in another worker.");
        assertThat(run.lostUnits).containsExactly("unit01");
        assertThat(run.reasons.get(0)).endsWith("What its threads did before:\nthe dump");
        assertThat(run.endedUnits).containsExactly("unit00", "unit01 (rest)", "unit02");
        assertThat(run.notices).isNotEmpty();
    }

    @Test
    void theTimeBeforeTheFirstTestDoesNotCount() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(new Limits(1, 0, 30, 4, 1), 1, suite(2), index -> new Script() {
            @Override
            public void launched(FakeWorker worker, List<String> suite, boolean discovers) {
                holder[0].clock = TimeUnit.SECONDS.toNanos(1_000);
                Script.super.launched(worker, suite, discovers);
            }

            @Override
            public void ran(FakeWorker worker, String className) {
                worker.tells(new WorkerEvent.Reports(new io.github.surefiremp.model.ReportEvent(
                        Kind.SET_STARTED, className, "", 0, holder[0].clock, false, null)));
                worker.tells(new WorkerEvent.Asks());
            }
        });
        holder[0] = run;

        assertThat(run.run()).isEmpty();
    }

    @Test
    void workersHearThatTheControllerIsAlive() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(1, suite(4), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                holder[0].clock += TimeUnit.SECONDS.toNanos(6);
                Script.super.ran(worker, className);
            }
        });
        holder[0] = run;

        run.run();

        assertThat(run.worker(0).sent().stream().filter("ping"::equals)).hasSize(2);
    }

    @Test
    void aGrantThatComesTooLateIsGivenBack() {
        FakeRun[] holder = new FakeRun[1];
        FakeRun run = new FakeRun(1, suite(1), index -> new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                holder[0].dispatcher.granted(77);
                Script.super.ran(worker, className);
            }
        });
        holder[0] = run;

        assertThat(run.run()).isEmpty();

        assertThat(run.givenBack).contains(77);
        assertThat(run.workers).hasSize(1);
    }

    private static Staff impatient() {
        return staff(false, 1);
    }

    private static Staff allShort() {
        return staff(true, Long.MAX_VALUE);
    }

    private static Staff staff(boolean isShort, long patience) {
        return new Staff() {
            @Override
            public void ready(int worker) {}

            @Override
            public int wanted(WorkQueue queue, int workers, int starting) {
                return Integer.MAX_VALUE;
            }

            @Override
            public boolean isShort(Unit unit) {
                return isShort;
            }

            @Override
            public long patienceMillis() {
                return patience;
            }
        };
    }

    private static Script healthy() {
        return new Script() {};
    }

    /** A worker whose JVM ends in the middle of a class. */
    private static Script dies(String in, int exitCode, String lastOutput) {
        return new Script() {
            @Override
            public void ran(FakeWorker worker, String className) {
                if (className.equals(in)) {
                    worker.reports(Kind.SET_STARTED, className, "");
                    worker.ends(exitCode, lastOutput);
                } else {
                    Script.super.ran(worker, className);
                }
            }
        };
    }

    private static List<String> suite(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> String.format("unit%02d", i))
                .toList();
    }
}
