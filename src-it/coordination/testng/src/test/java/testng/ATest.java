package testng;

import org.testng.annotations.Test;
import things.Visit;

public class ATest {
    @Test
    public void visits() {
        Visit.pay();
    }
}
