/**
 * Serves a broker to other JVMs: the workers of a run in the controller, those of a Maven session in Maven's JVM.
 */
@NullMarked
package io.github.surefiremp.sharing;

import org.jspecify.annotations.NullMarked;
