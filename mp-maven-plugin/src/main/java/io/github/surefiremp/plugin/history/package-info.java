/** The goal mp:history: what earlier runs taught about each test, as a table. */
@NullMarked
package io.github.surefiremp.plugin.history;

import org.jspecify.annotations.NullMarked;
