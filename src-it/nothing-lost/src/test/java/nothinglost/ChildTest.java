package nothinglost;

import org.junit.jupiter.api.Test;

class ChildTest extends Parent {
    @Test
    void passes() {}
}
