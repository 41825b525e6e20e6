/**
 * The first step: which test classes the suite has, in the order stock Surefire would run them.
 */
@NullMarked
package io.github.surefiremp.discover;

import org.jspecify.annotations.NullMarked;
