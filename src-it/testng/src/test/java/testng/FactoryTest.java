package testng;

import static org.testng.Assert.assertTrue;

import org.testng.annotations.Factory;
import org.testng.annotations.Test;

public class FactoryTest {
    private final int number;

    @Factory
    public static Object[] numbers() {
        return new Object[] {new FactoryTest(1), new FactoryTest(2)};
    }

    public FactoryTest() {
        this(0);
    }

    private FactoryTest(int number) {
        this.number = number;
    }

    @Test
    public void isSmall() {
        assertTrue(number < 2, number + " is not small");
    }

    @Override
    public String toString() {
        return "number " + number;
    }
}
