package soak;

import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("soak")
class Locked2Test extends Tests {}
