package live;

import org.junit.jupiter.api.Test;

class WithALongNameTest extends Waiting {
    @Test
    void waitsInAMethodWithANameThatDoesNotFitIntoALineOfEightyColumnsWhateverElseIsThere() throws Exception {
        await();
    }
}
