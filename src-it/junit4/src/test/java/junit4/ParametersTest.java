package junit4;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class ParametersTest {
    private final int number;

    public ParametersTest(int number) {
        this.number = number;
    }

    @Parameters(name = "number {0}")
    public static List<Object[]> numbers() {
        return List.of(new Object[] {1}, new Object[] {2}, new Object[] {3});
    }

    @Test
    public void isOdd() {
        assertEquals(1, number % 2);
    }
}
