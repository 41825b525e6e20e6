package properties;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class NumbersTest {
    @Property(seed = "42", tries = 20)
    boolean squaresArePositive(@ForAll @IntRange(min = -100, max = 100) int number) {
        return number * number >= 0;
    }

    @Property(seed = "42", tries = 20)
    boolean squaresAreSmall(@ForAll @IntRange(min = 0, max = 100) int number) {
        return number * number < 50;
    }

    @Example
    void one() {}

    @Group
    @Label("a group")
    class Inside {
        @Example
        void breaks() {
            throw new IllegalStateException("broken");
        }
    }
}
