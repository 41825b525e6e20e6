/**
 * What the steps of a run hand to each other: records and enums that depend on the JDK alone.
 */
@NullMarked
package io.github.surefiremp.model;

import org.jspecify.annotations.NullMarked;
