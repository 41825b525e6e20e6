package bookshop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Mails that wait to be sent; one that fails is tried again, three times in all. */
public final class MailQueue {
    private static final int ATTEMPTS = 3;

    /** A mail to a customer. */
    public record Mail(String to, String subject) {}

    private record Waiting(Mail mail, int failed) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<Mail> dead = new ArrayList<>();

    public void add(Mail mail) {
        waiting.addLast(new Waiting(mail, 0));
    }

    public int size() {
        return waiting.size();
    }

    /** Mails that could not be sent. */
    public List<Mail> dead() {
        return List.copyOf(dead);
    }

    /** Sends until nothing waits; answers how many were sent. */
    public int drain(Predicate<Mail> sender) {
        int sent = 0;
        for (Waiting next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            if (sender.test(next.mail())) {
                sent++;
            } else if (next.failed() + 1 < ATTEMPTS) {
                waiting.addLast(new Waiting(next.mail(), next.failed() + 1));
            } else {
                dead.add(next.mail());
            }
        }
        return sent;
    }
}
