/**
 * The third step: which unit a free worker gets. Pure: no process, socket, sleep or system clock.
 */
@NullMarked
package io.github.surefiremp.schedule;

import org.jspecify.annotations.NullMarked;
