/**
 * What tests in several JVMs share: locks, a message board, trails and fixtures. All starts at {@link
 * io.github.surefiremp.coordination.Mp}. Without mp it works inside the one JVM.
 */
@NullMarked
package io.github.surefiremp.coordination;

import org.jspecify.annotations.NullMarked;
