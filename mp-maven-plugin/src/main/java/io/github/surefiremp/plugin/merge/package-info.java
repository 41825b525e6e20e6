/** The goal {@code mp:merge}: makes one result of what shards left, and proves that nothing is missing. */
@NullMarked
package io.github.surefiremp.plugin.merge;

import org.jspecify.annotations.NullMarked;
