/**
 * The annotations with which tests tell mp how they may run. This version has none yet; the artifact is here so that
 * its coordinates stay the same.
 */
@NullMarked
package io.github.surefiremp.annotations;

import org.jspecify.annotations.NullMarked;
