package verdicts;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlaceIT {
    @Test
    void one() {
        String place = Product.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        String expected = System.getProperty("place", "");
        assertTrue(place.endsWith(expected), place);
    }
}
