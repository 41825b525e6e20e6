package junit4;

import org.junit.Test;
import things.Visit;

public class ATest {
    @Test
    public void visits() {
        Visit.pay();
    }
}
