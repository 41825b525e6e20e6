/**
 * The annotations with which tests tell mp how they may run. Without mp they change nothing.
 */
@NullMarked
package io.github.surefiremp.annotations;

import org.jspecify.annotations.NullMarked;
