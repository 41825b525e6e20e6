package soak;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;

@MpGroup(value = "serial", strategy = Strategy.SERIAL)
class Serial2Test extends Tests {}
