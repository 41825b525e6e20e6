/** The goal {@code mp:verify}: runs a project with stock Surefire and with mp, and compares the reports. */
@NullMarked
package io.github.surefiremp.plugin.verify;

import org.jspecify.annotations.NullMarked;
