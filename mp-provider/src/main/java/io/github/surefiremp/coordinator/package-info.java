/**
 * What holds over a whole Maven session, the numbers of live workers and who may run units now: a small authenticated
 * loopback service and its client.
 */
@NullMarked
package io.github.surefiremp.coordinator;

import org.jspecify.annotations.NullMarked;
