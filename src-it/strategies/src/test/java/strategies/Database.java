package strategies;

import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the group. */
@MpGroup(value = "database", strategy = Strategy.ISOLATED_SERIAL)
@Retention(RetentionPolicy.RUNTIME)
@interface Database {}
