package groupsvintage;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;

/** Its subclasses inherit the group. */
@MpGroup(value = "database", strategy = Strategy.ISOLATED_SERIAL)
public abstract class DatabaseBase extends Logged {}
