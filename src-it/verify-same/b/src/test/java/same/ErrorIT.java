package same;

import org.junit.jupiter.api.Test;

class ErrorIT {
    @Test
    void errs() {
        throw new IllegalStateException("broken");
    }

    @Test
    void passes() {}
}
