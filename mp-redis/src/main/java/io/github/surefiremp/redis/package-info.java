/**
 * Queues on a Redis or Valkey server. Only what implements {@code queue}'s interfaces is used from outside.
 */
@NullMarked
package io.github.surefiremp.redis;

import org.jspecify.annotations.NullMarked;
