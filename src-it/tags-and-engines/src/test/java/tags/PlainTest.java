package tags;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

class PlainTest {
    static class Parameter implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return true;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getConfigurationParameter("own.parameter").orElse("none") + ", "
                    + context.getConfigurationParameter("own.other").orElse("none");
        }
    }

    @Test
    @Disabled("but the parameters may say otherwise")
    void disabled_by_annotation() {}

    @Test
    @ExtendWith(Parameter.class)
    void sees_parameters(String value) {
        System.out.println(value);
        assertEquals("from the file", value.split(", ")[1]);
    }
}
