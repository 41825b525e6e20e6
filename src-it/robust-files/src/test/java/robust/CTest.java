package robust;

import org.junit.jupiter.api.Test;

class CTest {
    @Test
    void runs() throws Exception {
        Disturbance.now();
        System.out.println("ran");
    }
}
