package mixed;

/** One class with tests for three engines. */
public class BothTest {
    @org.junit.Test
    public void old() {}

    @org.junit.jupiter.api.Test
    void fresh() {}

    @net.jqwik.api.Example
    void example() {}
}
