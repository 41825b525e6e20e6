/**
 * The fourth step: starts workers, hands out units and notices when a worker is lost.
 */
@NullMarked
package io.github.surefiremp.dispatch;

import org.jspecify.annotations.NullMarked;
