/**
 * What the integration tests' verify scripts use: loads the reports of two runs and tells how they differ.
 */
@NullMarked
package io.github.surefiremp.it;

import org.jspecify.annotations.NullMarked;
