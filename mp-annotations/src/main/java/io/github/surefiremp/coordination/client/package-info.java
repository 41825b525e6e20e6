/**
 * How a JVM reaches a broker: inside itself, or over a socket. Not for tests: nothing here is promised.
 */
@NullMarked
package io.github.surefiremp.coordination.client;

import org.jspecify.annotations.NullMarked;
