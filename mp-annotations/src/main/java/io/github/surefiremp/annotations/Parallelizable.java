package io.github.surefiremp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets tests of JUnit Jupiter run at the same time, on threads of one JVM. It has an effect only with mp, and only if
 * {@code mp.threads} is more than 1.
 *
 * <pre>{@code
 * @Parallelizable(Scope.CHILDREN)
 * class ClientTest {
 *     @Test void reads() { … }             // these two
 *     @Test void writes() { … }            // run at the same time
 *     @Test @NotParallelizable void resets() { … }   // alone
 * }
 * }</pre>
 *
 * <p>What is nearest to a test decides: its method, then its class (with what that inherits), then the classes around
 * it, then its package, then the packages around that. {@link NotParallelizable} on any of them, of the packages the
 * nearest that has a mark, beats all others. The annotation may be put on one of your own, which then stands for it.
 *
 * <p>On a package ({@code package-info.java}) {@code CHILDREN} and {@code ALL} make its classes run at the same time in
 * one worker. Elsewhere what runs at the same time stays inside one class. A mark on a package or on a class around
 * leaves the methods of a class in order that has one instance for all of them or {@code @TestMethodOrder}; a mark on
 * that class itself or on its methods does not.
 *
 * <p>{@code @BeforeEach} and {@code @AfterEach} run on the thread of their test, {@code @BeforeAll} before and
 * {@code @AfterAll} after all of them. JUnit's {@code @ResourceLock} holds between tests that run at the same time, and
 * a class that needs a lock for writing runs its tests in order.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PACKAGE})
public @interface Parallelizable {
    /** What runs at the same time. */
    Scope value();
}
