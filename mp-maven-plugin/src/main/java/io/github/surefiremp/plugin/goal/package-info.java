/** What goals have in common. */
@NullUnmarked
package io.github.surefiremp.plugin.goal;

import org.jspecify.annotations.NullUnmarked;
