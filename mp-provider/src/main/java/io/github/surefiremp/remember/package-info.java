/**
 * The seventh step: what a run teaches about each test, kept in the history file.
 */
@NullMarked
package io.github.surefiremp.remember;

import org.jspecify.annotations.NullMarked;
