/**
 * Which of the discovered tests run at all, and which of them first, where the user asked for those that failed last.
 */
@NullMarked
package io.github.surefiremp.select;

import org.jspecify.annotations.NullMarked;
