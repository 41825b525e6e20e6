/** Built-in tests, which a standby JVM runs to become warm. */
@NullMarked
package io.github.surefiremp.run.warm;

import org.jspecify.annotations.NullMarked;
