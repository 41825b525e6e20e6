package ends;

/** Cannot be torn down. */
abstract class Stuck extends Noted {
    @Override
    public void tearDown(Long pid) throws Exception {
        super.tearDown(pid);
        throw new IllegalStateException("stuck: " + getClass().getSimpleName());
    }

    static final class InWorker extends Stuck {}

    static final class AtTheEnd extends Stuck {}

    static final class InSession extends Stuck {}
}
