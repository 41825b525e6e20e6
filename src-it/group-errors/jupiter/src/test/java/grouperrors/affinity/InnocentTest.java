package grouperrors.affinity;

import grouperrors.Marked;
import org.junit.jupiter.api.Test;

class InnocentTest extends Marked {
    @Test
    void passes() {}
}
