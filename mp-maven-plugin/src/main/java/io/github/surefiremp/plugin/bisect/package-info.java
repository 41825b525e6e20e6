/**
 * The goal mp:bisect: other Mavens run some test classes one after another in one JVM, fewer each time, until it is known
 * which of them makes another one fail.
 */
@NullMarked
package io.github.surefiremp.plugin.bisect;

import org.jspecify.annotations.NullMarked;
