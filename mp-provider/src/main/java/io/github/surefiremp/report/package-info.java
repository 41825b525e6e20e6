/**
 * The sixth step: whole classes for Surefire's reporters, and the run file.
 */
@NullMarked
package io.github.surefiremp.report;

import org.jspecify.annotations.NullMarked;
