package leftbehind;

import java.security.Permission;
import org.junit.Test;

/** Leaves a security manager that allows neither its own end nor that of the JVM. */
public class ESpoils {
    @Test
    @SuppressWarnings("removal")
    public void forbidsItsEnd() {
        System.setSecurityManager(new SecurityManager() {
            @Override
            public void checkPermission(Permission permission) {
                String name = permission.getName();
                if (name.equals("setSecurityManager") || name.equals("setIO") || name.startsWith("exitVM")) {
                    throw new SecurityException("no: " + name);
                }
            }
        });
    }
}
