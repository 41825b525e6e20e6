package io.github.surefiremp;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The dependency rules of the design, section 5. */
@AnalyzeClasses(packages = "io.github.surefiremp", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.surefiremp.";
    private static final String MODEL = ROOT + "model..";
    private static final String COORDINATION = ROOT + "coordination";
    private static final String JDK = "java..";
    private static final String JSPECIFY = "org.jspecify..";
    private static final String SUREFIRE_API = "org.apache.maven..";

    @ArchTest
    static final ArchRule modelDependsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(MODEL, JDK, JSPECIFY));

    @ArchTest
    static final ArchRule discoverDependsOnModelAndThePlatform = classes()
            .that()
            .resideInAPackage(ROOT + "discover..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(ROOT + "discover..", MODEL, JDK, JSPECIFY, "org.junit.platform.engine.."));

    @ArchTest
    static final ArchRule partitionDependsOnModelAlone = step("partition");

    @ArchTest
    static final ArchRule scheduleDependsOnModelAlone = step("schedule");

    @ArchTest
    static final ArchRule dispatchDependsOnModelAlone = step("dispatch");

    @ArchTest
    static final ArchRule reportDependsOnModelAlone = step("report");

    @ArchTest
    static final ArchRule rememberDependsOnModelAlone = step("remember");

    @ArchTest
    static final ArchRule fixturesDependsOnModelAlone = step("fixtures");

    /** A worker discovers, so its side of a run uses that step. */
    @ArchTest
    static final ArchRule runDependsOnModelAndDiscovery = classes()
            .that()
            .resideInAPackage(ROOT + "run..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "run..", MODEL, JDK, JSPECIFY)
                    .or(resideInAnyPackage(ROOT + "standby..", "org.junit.jupiter.api.."))
                    .or(resideInAnyPackage("org.apache.maven.surefire.api..", "org.apache.maven.plugin.surefire.log.."))
                    .or(resideInAnyPackage(ROOT + "discover..", "org.junit.platform..")))
            .as("what runs in a worker uses no library but Surefire's API and the tests' own JUnit Platform");

    @ArchTest
    static final ArchRule loopbackDependsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage(ROOT + "loopback..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "loopback..", JDK, JSPECIFY));

    /** It is used in Maven's JVM, in controllers and in workers. */
    @ArchTest
    static final ArchRule standbyDependsOnModelAlone = classes()
            .that()
            .resideInAPackage(ROOT + "standby..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(ROOT + "standby..", MODEL, JDK, JSPECIFY, "com.sun.management.."));

    @ArchTest
    static final ArchRule archiveDependsOnModelAlone = step("archive");

    /** Nothing but a standby JVM's own tests may need Jupiter. */
    @ArchTest
    static final ArchRule jupiterOnlyInTheBuiltInTests = noClasses()
            .that()
            .resideInAPackage(ROOT + "run")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit.jupiter..");

    /** It is what Surefire starts instead of a fork, as fast as it can. */
    @ArchTest
    static final ArchRule forkDependsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage(ROOT + "surefire.fork..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "surefire.fork..", JDK, JSPECIFY));

    @ArchTest
    static final ArchRule coordinatorDependsOnLoopbackAlone = classes()
            .that()
            .resideInAPackage(ROOT + "coordinator..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "coordinator..", ROOT + "loopback..", JDK, JSPECIFY));

    @ArchTest
    static final ArchRule sharingDependsOnLoopbackAndTheBroker = classes()
            .that()
            .resideInAPackage(ROOT + "sharing..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    ROOT + "sharing..", ROOT + "loopback..", COORDINATION + ".broker", JDK, JSPECIFY));

    /** What tests use stands on its own, the broker below the client below what is promised. */
    @ArchTest
    static final ArchRule coordinationDependsOnTheJdkAndJupitersApiAlone = classes()
            .that()
            .resideInAPackage(COORDINATION + "..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    COORDINATION + "..",
                    JDK,
                    JSPECIFY,
                    "org.junit.jupiter.api.extension",
                    "org.junit.platform.commons.support"));

    @ArchTest
    static final ArchRule brokerDependsOnTheJdkAlone = classes()
            .that()
            .resideInAPackage(COORDINATION + ".broker")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(COORDINATION + ".broker", JDK, JSPECIFY));

    @ArchTest
    static final ArchRule onlyTheBrokerIsTakenFromIt = noClasses()
            .that()
            .resideOutsideOfPackage(COORDINATION + "..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage(COORDINATION + "..").and(not(resideInAPackage(COORDINATION + ".broker"))))
            .as("the jar of mp-provider holds the broker alone");

    @ArchTest
    static final ArchRule surefireEdgeImplementsDispatchAndReportAndNamesTheWorkersProvider = noClasses()
            .that()
            .resideInAPackage(ROOT + "surefire..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "*..")
                    .and(not(resideInAnyPackage(
                            ROOT + "surefire..",
                            MODEL,
                            ROOT + "loopback..",
                            ROOT + "dispatch..",
                            ROOT + "report..",
                            ROOT + "run..",
                            ROOT + "archive..",
                            ROOT + "standby.."))));

    @ArchTest
    static final ArchRule onlyTheRunsPackageKnowsSeveralSteps = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "provider..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "provider..");

    @ArchTest
    static final ArchRule scheduleIsPureInItsTypes = noClasses()
            .that()
            .resideInAPackage(ROOT + "schedule..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio..", "java.io..", "java.time..")
                    .or(equivalentTo(Thread.class))
                    .or(JavaClass.Predicates.simpleNameStartingWith("Process").and(resideInAPackage("java.lang"))));

    @ArchTest
    static final ArchRule scheduleHasNoClock = noClasses()
            .that()
            .resideInAPackage(ROOT + "schedule..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule surefireTypesOnlyAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "surefire..", ROOT + "provider..", ROOT + "run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SUREFIRE_API);

    @ArchTest
    static final ArchRule mavenTypesNowhere = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage(SUREFIRE_API)
                    .and(not(resideInAnyPackage(
                            "org.apache.maven.surefire..", "org.apache.maven.plugin.surefire.log.."))));

    @ArchTest
    static final ArchRule launcherTypesOnlyInDiscoverAndRun = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "discover..", ROOT + "run..", COORDINATION + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().that().resideInAPackage(ROOT + "*..").should(liveInANullMarkedPackage());

    private static ArchRule step(String name) {
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage(ROOT + name + "..", MODEL, JDK, JSPECIFY);
        return classes().that().resideInAPackage(ROOT + name + "..").should().onlyDependOnClassesThat(allowed);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                JavaPackage of = item.getPackage();
                boolean marked = of.isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, of.getName() + " of " + item.getName()));
            }
        };
    }
}
