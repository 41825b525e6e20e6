package threads;

import io.github.surefiremp.annotations.Parallelizable;
import io.github.surefiremp.annotations.Scope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Parallelizable(Scope.CHILDREN)
class ChildrenTest extends Logged {
    @Test
    void a() {}

    @Test
    void b() {}

    @Test
    void c() {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void p(int i) {}

    @Nested
    class Inner {
        @Test
        void x() {}

        @Test
        void y() {}
    }
}
