/**
 * Warm JVMs that wait: what one is started with and must match, where it is found, how it is handed out, and how it is
 * started and ended. When that happens is for others to say.
 */
@NullMarked
package io.github.surefiremp.standby;

import org.jspecify.annotations.NullMarked;
