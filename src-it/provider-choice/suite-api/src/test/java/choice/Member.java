package choice;

import org.junit.jupiter.api.Test;

class Member {
    @Test
    void one() {}
}
