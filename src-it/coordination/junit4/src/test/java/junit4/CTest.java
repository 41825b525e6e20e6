package junit4;

import org.junit.Test;
import things.Visit;

public class CTest {
    @Test
    public void visits() {
        Visit.pay();
    }
}
