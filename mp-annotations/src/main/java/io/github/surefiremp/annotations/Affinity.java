package io.github.surefiremp.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a class shares a costly set-up with all others of the same key, one that its JVM keeps: a server in a
 * static field, a loaded model, a filled cache.
 *
 * <pre>{@code
 * @Affinity("search-index")
 * class SearchTest { … }
 *
 * @Affinity("search-index")       // finds the index that the other one built, if it runs in the same JVM
 * class SuggestionsTest { … }
 * }</pre>
 *
 * <p>It is a wish, not a promise: mp has such classes run in the same worker where that makes the run shorter, and lets
 * several workers pay for the set-up where this is shorter. It is never kept apart or in an order; {@link MpGroup} is
 * for that. Contexts of the Spring Framework need no annotation, mp finds them by itself.
 *
 * <p>The annotation holds for subclasses and for nested classes, and it may be put on an annotation of your own, which
 * then stands for it. A class may have several keys: its own, those that it inherits, those of the classes around it and
 * those of its nested classes all count.
 *
 * <p>Keys belong to a Maven module. mp stops the run before any test, and names the class, where a key is blank.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Affinity {
    /** What is shared; not blank. */
    String value();
}
