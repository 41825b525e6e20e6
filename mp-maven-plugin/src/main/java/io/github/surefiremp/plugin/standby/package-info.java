/** The goals that show and end standby JVMs. */
@NullMarked
package io.github.surefiremp.plugin.standby;

import org.jspecify.annotations.NullMarked;
