package shop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
public class Mailer {
    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    public void send(String to, String subject) {
        LOG.debug("to {}: {}", to, subject);
    }
}
