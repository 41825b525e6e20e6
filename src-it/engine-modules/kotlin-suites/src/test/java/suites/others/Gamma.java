package suites.others;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class Gamma {
    @BeforeAll
    static void begin() {
        System.out.println("gamma begins");
    }

    @AfterAll
    static void end() {
        System.out.println("gamma ends");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void isSmall(int number) {}
}
