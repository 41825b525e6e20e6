/**
 * The process that Surefire starts and in which nothing runs. It needs the JDK alone, so that it starts fast.
 */
@NullMarked
package io.github.surefiremp.surefire.fork;

import org.jspecify.annotations.NullMarked;
