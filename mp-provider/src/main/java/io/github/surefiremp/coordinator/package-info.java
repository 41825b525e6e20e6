/**
 * The numbers of live workers over a whole Maven session: a small authenticated loopback service and its client.
 */
@NullMarked
package io.github.surefiremp.coordinator;

import org.jspecify.annotations.NullMarked;
