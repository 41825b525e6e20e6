/** A fork's end of Surefire's channel. */
@NullMarked
package io.github.surefiremp.surefire.channel;

import org.jspecify.annotations.NullMarked;
