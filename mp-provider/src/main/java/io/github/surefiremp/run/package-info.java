/**
 * What runs inside a worker, next to the user's tests.
 */
@NullMarked
package io.github.surefiremp.run;

import org.jspecify.annotations.NullMarked;
