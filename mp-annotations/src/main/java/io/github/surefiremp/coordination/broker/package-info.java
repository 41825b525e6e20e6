/**
 * What all users of the coordination share: locks, message boards, trails and fixtures, as a state machine. Not for
 * tests: nothing here is promised.
 */
@NullMarked
package io.github.surefiremp.coordination.broker;

import org.jspecify.annotations.NullMarked;
