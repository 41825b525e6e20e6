package io.github.surefiremp.plugin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What Maven's side of mp may use of the controller's side: the parts that depend on the JDK alone. */
@AnalyzeClasses(packages = "io.github.surefiremp", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.surefiremp.";
    private static final String PLUGIN = ROOT + "plugin..";

    @ArchTest
    static final ArchRule pluginUsesCoordinatorSharingModelAndRememberAlone = noClasses()
            .that()
            .resideInAPackage(PLUGIN)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "*..")
                    .and(not(resideInAnyPackage(
                            PLUGIN,
                            ROOT + "coordinator..",
                            ROOT + "sharing..",
                            ROOT + "standby..",
                            ROOT + "archive..",
                            ROOT + "model..",
                            ROOT + "surefire.fork..",
                            ROOT + "remember.."))));

    @ArchTest
    static final ArchRule verifyStandsBelowTheExtension = noClasses()
            .that()
            .resideInAPackage(ROOT + "plugin.verify")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "plugin");

    @ArchTest
    static final ArchRule nobodyUsesThePlugin = noClasses()
            .that()
            .resideOutsideOfPackage(PLUGIN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PLUGIN);

    @ArchTest
    static final ArchRule mavenTypesAreOnlyHere = noClasses()
            .that()
            .resideOutsideOfPackage(PLUGIN)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..", "org.eclipse.aether..")
                            .and(not(resideInAnyPackage(
                                    "org.apache.maven.surefire..", "org.apache.maven.plugin.surefire.log.."))));

    /** Surefire's plugin-side classes differ from version to version; the mojo is read by reflection. */
    @ArchTest
    static final ArchRule surefireTypesAreNotHere = noClasses()
            .that()
            .resideInAPackage(PLUGIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven.surefire..", "org.apache.maven.plugin.surefire..");
}
