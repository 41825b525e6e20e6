package soak;

import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("soak")
class Locked1Test extends Tests {}
