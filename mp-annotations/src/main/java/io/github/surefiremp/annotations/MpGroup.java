package io.github.surefiremp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts tests into a group, which mp keeps together or apart by its {@link Strategy}.
 *
 * <pre>{@code
 * @MpGroup(value = "ledger", strategy = Strategy.SERIAL)
 * class LedgerTest { … }
 *
 * @MpGroup("ledger")              // the same group, hence serial too
 * class LedgerExportTest { … }
 * }</pre>
 *
 * <p>The annotation may be on a class or, with JUnit Jupiter, on a test method. It holds for subclasses and for nested
 * classes, and it may be put on an annotation of your own, which then stands for it. On a package
 * ({@code package-info.java}) it is the default for the classes of that package; a mark on the class or on the method
 * replaces it.
 *
 * <p>Groups belong to a Maven module: groups of the same name in two modules are two groups.
 *
 * <p>mp stops the run before any test, and names both places, where a test would be in two groups, where a group has
 * two strategies, where the name is blank, and where a method has a group but its class must stay whole: because one
 * instance serves all its methods ({@code @TestInstance(PER_CLASS)}), because its methods are ordered
 * ({@code @TestMethodOrder}), or because its test engine runs classes only.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PACKAGE})
public @interface MpGroup {
    /** The name of the group; not blank. */
    String value();

    /**
     * How the group is kept apart: one strategy. Left out, the strategy holds that any other mark of the same group in
     * the module declares, in whichever order they are found, and {@link Strategy#FREE} where none does.
     */
    Strategy[] strategy() default {};

    /**
     * Whether each unit of the group runs in a JVM that ran no test before; true anywhere holds for the whole group.
     * Free tests are then not batched: where a class may be split, each of its methods gets a JVM of its own. Default
     * is false.
     */
    boolean freshJvm() default false;
}
