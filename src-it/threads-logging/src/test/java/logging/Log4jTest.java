package logging;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

class Log4jTest extends Chatty {
    private static final Logger LOGGER = LogManager.getLogger("chatty");

    @Override
    void log(String line) {
        LOGGER.error(line);
    }
}
