package leftbehind;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.Test;

public class ALeavesTest {
    @Test
    public void leaves() {
        Locale.setDefault(Locale.JAPAN);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        System.setProperty("left.new", "left");
        Thread.currentThread().setName("left");
        Thread.currentThread().interrupt();
    }
}
