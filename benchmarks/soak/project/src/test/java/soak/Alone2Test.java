package soak;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;

@MpGroup(value = "alone", strategy = Strategy.ISOLATED_SERIAL)
class Alone2Test extends Tests {}
