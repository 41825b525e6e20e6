/**
 * An archive of the classes that each worker loads, which the JVM maps into memory instead of reading, checking and
 * linking them again: which jars it may hold, where it is found, and how it is made.
 */
@NullMarked
package io.github.surefiremp.archive;

import org.jspecify.annotations.NullMarked;
