/**
 * The edge to Surefire: the only package, with the provider itself, that knows its types.
 */
@NullMarked
package io.github.surefiremp.surefire;

import org.jspecify.annotations.NullMarked;
