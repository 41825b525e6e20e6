package io.github.surefiremp.coordination;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The handle of a {@link SharedFixture}, with JUnit Jupiter: on a parameter of a test, a lifecycle method or a
 * constructor, or on a field.
 *
 * <pre>{@code
 * @Test
 * void reads(@Shared(Database.class) String jdbcUrl) { … }
 * }</pre>
 *
 * <p>A static field is set before all tests of its class, any other one when the instance is made. The annotation may be
 * put on one of your own, which then stands for it. With other engines call {@link Mp#shared}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@ExtendWith(SharedExtension.class)
public @interface Shared {
    /** The fixture. */
    Class<? extends SharedFixture<?>> value();

    /** For whom it is set up once. */
    Scope scope() default Scope.EXECUTION;

    /** For whom a fixture is set up once. */
    enum Scope {
        /** The workers of one execution of Surefire or Failsafe in a module. */
        EXECUTION,
        /** All workers of the Maven session. It lives in a JVM of its own, until the session's end. */
        SESSION
    }
}
