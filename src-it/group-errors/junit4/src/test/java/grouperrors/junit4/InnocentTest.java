package grouperrors.junit4;

import org.junit.Test;

public class InnocentTest extends Marked {
    @Test
    public void passes() {}
}
