package testng;

import org.testng.annotations.Test;
import things.Visit;

public class CTest {
    @Test
    public void visits() {
        Visit.pay();
    }
}
