package failfast;

import org.junit.Test;

/** Every test fails, and slowly, so that classes are left over when the first failure is known. */
public abstract class Base {
    @Test
    public void one() throws InterruptedException {
        failSlowly();
    }

    @Test
    public void two() throws InterruptedException {
        failSlowly();
    }

    @Test
    public void three() throws InterruptedException {
        failSlowly();
    }

    private static void failSlowly() throws InterruptedException {
        Thread.sleep(400);
        throw new AssertionError("slow");
    }
}
