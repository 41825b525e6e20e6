package logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogbackTest extends Chatty {
    private static final Logger LOGGER = LoggerFactory.getLogger("chatty");

    @Override
    void log(String line) {
        LOGGER.info(line);
    }
}
