package suites;

/** What the caller can put right: the message is all that is shown. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mistake(String message) {
        super(message);
    }
}
