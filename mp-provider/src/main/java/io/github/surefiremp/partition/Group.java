package io.github.surefiremp.partition;

import io.github.surefiremp.model.Strategy;

/**
 * A group of the module, all its marks taken together.
 *
 * @param name not blank
 * @param strategy the one that any of its marks declares, else FREE
 * @param freshJvm whether any of its marks asks for it
 */
record Group(String name, Strategy strategy, boolean freshJvm) {}
