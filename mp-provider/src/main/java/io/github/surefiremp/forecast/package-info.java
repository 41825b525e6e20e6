/**
 * When a run will end, by what is known of its units: a simulation of the schedule, what bounds it, and what would make
 * it shorter. Pure: the same figures give the same answer, for mp:plan and for the end of a run.
 */
@NullMarked
package io.github.surefiremp.forecast;

import org.jspecify.annotations.NullMarked;
