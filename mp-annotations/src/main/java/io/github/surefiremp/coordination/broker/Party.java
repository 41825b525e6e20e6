package io.github.surefiremp.coordination.broker;

/** A thread of a client: who holds a lock, computes a value, is in a step of a trail or sets a fixture up. */
record Party(Client client, long thread) {}
