package io.github.surefiremp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes a test out of what {@link Parallelizable} lets run at the same time; it beats every {@code Parallelizable} on
 * the method, its classes and its packages. A method with it never overlaps with another one of its class. It says
 * nothing of other workers.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PACKAGE})
public @interface NotParallelizable {}
