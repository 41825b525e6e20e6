/**
 * A queue of units that several machines share: what they agree on, what they tell a server, and how a run takes its
 * units from it. The server itself is behind an interface.
 */
@NullMarked
package io.github.surefiremp.queue;

import org.jspecify.annotations.NullMarked;
