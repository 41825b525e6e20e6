package splitclass;

import org.junit.jupiter.api.Test;

abstract class Short {
    @Test
    void runs() {
        Events.write(getClass().getSimpleName());
    }
}
