/**
 * The second step: test classes become units, the pieces of work that workers are given.
 */
@NullMarked
package io.github.surefiremp.partition;

import org.jspecify.annotations.NullMarked;
