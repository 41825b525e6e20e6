/**
 * Surefire's entry into the controller, and the run in one method.
 */
@NullMarked
package io.github.surefiremp.provider;

import org.jspecify.annotations.NullMarked;
