package properties;

import net.jqwik.api.Disabled;
import net.jqwik.api.Example;
import net.jqwik.api.lifecycle.BeforeContainer;

class LifecycleTest {
    @BeforeContainer
    static void begin() {
        System.out.println("begins");
    }

    @Example
    void one() {}

    @Example
    @Disabled("not today")
    void two() {}
}
