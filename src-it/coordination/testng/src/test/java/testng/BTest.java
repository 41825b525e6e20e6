package testng;

import org.testng.annotations.Test;
import things.Visit;

public class BTest {
    @Test
    public void visits() {
        Visit.pay();
    }
}
