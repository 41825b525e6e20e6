package grouperrors.strategies;

import grouperrors.Marked;
import io.github.surefiremp.annotations.MpGroup;
import io.github.surefiremp.annotations.Strategy;
import org.junit.jupiter.api.Test;

@MpGroup(value = "till", strategy = Strategy.FREE)
class TillTest extends Marked {
    @Test
    void opens() {}
}
