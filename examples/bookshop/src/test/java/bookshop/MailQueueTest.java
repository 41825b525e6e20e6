package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailQueueTest {
    private static final Duration SMTP = Duration.ofMillis(70);

    private final MailQueue queue = new MailQueue();

    @Test
    void sendsAllThatWait() {
        for (int i = 0; i < 10; i++) {
            queue.add(new MailQueue.Mail("reader" + i + "@example.org", "News"));
        }
        assertEquals(10, queue.drain(mail -> send(true)));
        assertEquals(0, queue.size());
    }

    @Test
    void triesAgainWhatFailed() {
        queue.add(new MailQueue.Mail("reader@example.org", "News"));
        List<Boolean> answers = new ArrayList<>(List.of(false, false, true));
        assertEquals(1, queue.drain(mail -> send(answers.remove(0))));
        assertTrue(queue.dead().isEmpty());
    }

    @Test
    void givesUpAfterThreeAttempts() {
        MailQueue.Mail mail = new MailQueue.Mail("nobody@example.org", "News");
        queue.add(mail);
        assertEquals(0, queue.drain(any -> send(false)));
        assertEquals(List.of(mail), queue.dead());
    }

    @Test
    void aBadAddressDoesNotHoldUpTheOthers() {
        queue.add(new MailQueue.Mail("nobody@example.org", "News"));
        queue.add(new MailQueue.Mail("reader@example.org", "News"));
        assertEquals(1, queue.drain(mail -> send(mail.to().startsWith("reader"))));
    }

    private static boolean send(boolean answer) {
        Pause.of(SMTP);
        return answer;
    }
}
