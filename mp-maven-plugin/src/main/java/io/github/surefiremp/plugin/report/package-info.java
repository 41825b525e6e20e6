/**
 * The report page and the trace, made from run files alone, so that they can also be made of runs of other machines.
 */
@NullMarked
package io.github.surefiremp.plugin.report;

import org.jspecify.annotations.NullMarked;
