package io.github.surefiremp.coordination;

import io.github.surefiremp.coordination.BodyEnd.Outcome;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How the bodies of a shape end. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Ends {

    /** When it launches without an exception. */
    Is quietly() default Is.NORMAL;

    /** When the launch throws. */
    Is failing() default Is.EXCEPTION;

    /** Whether javac gives the same line to closing calls that stand for different ends. */
    boolean sameLine() default false;

    /** As {@link Outcome}, which the shapes cannot see. */
    enum Is {
        NORMAL,
        EXCEPTION,
        UNKNOWN
    }
}
