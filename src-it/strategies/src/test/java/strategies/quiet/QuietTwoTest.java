package strategies.quiet;

import org.junit.jupiter.api.Test;
import strategies.Events;
import strategies.Logged;

class QuietTwoTest extends Logged {
    @Test
    void isQuiet() {
        Events.meet("quiet", "loud");
    }
}
