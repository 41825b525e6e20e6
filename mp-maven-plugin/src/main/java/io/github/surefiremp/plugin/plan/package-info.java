/**
 * The goal mp:plan: another Maven goes as far as the tests, the controller there plans and lets nothing run, and this one
 * shows the plan.
 */
@NullMarked
package io.github.surefiremp.plugin.plan;

import org.jspecify.annotations.NullMarked;
