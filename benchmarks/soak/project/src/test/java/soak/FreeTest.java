package soak;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;

@MpGroup(value = "free", strategy = Strategy.FREE)
class FreeTest extends Tests {}
