/** Shows in Maven's console what runs at the moment. */
@NullMarked
package io.github.surefiremp.plugin.live;

import org.jspecify.annotations.NullMarked;
