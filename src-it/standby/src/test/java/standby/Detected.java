package standby;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

public class Detected implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Touched.by("extension");
    }
}
