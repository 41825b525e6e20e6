package rootstore;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Opens a resource in the root store and, where JUnit has them, in the stores of the request and of the session. */
public class OnceExtension implements BeforeAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OnceExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) throws ReflectiveOperationException {
        open(context.getRoot().getStore(NAMESPACE), "root");
        for (Method method : ExtensionContext.class.getMethods()) {
            if (method.getName().equals("getStore") && method.getParameterCount() == 2) {
                for (Object scope : method.getParameterTypes()[0].getEnumConstants()) {
                    String name = scope.toString();
                    if (!name.equals("extension_context") && !name.equals("EXTENSION_CONTEXT")) {
                        open((ExtensionContext.Store) method.invoke(context, scope, NAMESPACE), name);
                    }
                }
            }
        }
    }

    private static void open(ExtensionContext.Store store, String name) {
        store.getOrComputeIfAbsent(name, key -> new Resource(name), Resource.class);
    }

    /** Both interfaces, because older versions close the first and the newest ones the second. */
    @SuppressWarnings("deprecation")
    private static final class Resource implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        private final String name;

        Resource(String name) {
            this.name = name;
            Events.write("opens " + name);
        }

        @Override
        public void close() {
            Events.write("closes " + name);
        }
    }
}
