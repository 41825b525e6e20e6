package logging;

import java.util.logging.Logger;

class JavaUtilLoggingTest extends Chatty {
    private static final Logger LOGGER = Logger.getLogger("chatty");

    @Override
    void log(String line) {
        LOGGER.info(line);
    }
}
