/** Static shards: which machine runs which units, and the manifest that proves it. */
@NullMarked
package io.github.surefiremp.shard;

import org.jspecify.annotations.NullMarked;
