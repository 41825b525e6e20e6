/**
 * Loaded next to Surefire's plugin-side protocol classes, which are not on the fork's class path.
 */
@NullMarked
package io.github.surefiremp.surefire.wire;

import org.jspecify.annotations.NullMarked;
