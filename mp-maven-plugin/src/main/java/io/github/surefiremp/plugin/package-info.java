/**
 * mp's Maven extension and goals: hands Surefire's forks over to mp. The only package that knows Maven's types.
 */
@NullMarked
package io.github.surefiremp.plugin;

import org.jspecify.annotations.NullMarked;
