/**
 * The server side of mp's ports: loopback only, a deadline for the first message, bounded in what strangers cost.
 */
@NullMarked
package io.github.surefiremp.loopback;

import org.jspecify.annotations.NullMarked;
