package io.github.surefiremp.dispatch;

import io.github.surefiremp.dispatch.Progress.Running;
import io.github.surefiremp.model.ClassPart;
import io.github.surefiremp.model.Unit;
import io.github.surefiremp.model.WorkerEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a unit whose worker was lost: who is to blame, and what of it can still run. Owned by the dispatcher's
 * thread.
 *
 * <p>A test that had begun does not run again: it is the first suspect, and it may have left half of its work behind.
 * What had not begun runs as a unit of its own in another worker. A class of which no test had begun when its worker was
 * lost is given up, because it would be lost again; what had not even told of a class gets one more chance.
 *
 * <p>Of several tests that ran at the same time only one is to blame. Where it is not known which one, all of them run
 * again, one after another, and with all else that is left of the unit: so the next worker that is lost tells.
 */
final class Losses {
    private final boolean canResume;
    /** The name of the unit that the plan had, by the name of what is left of it. */
    private final Map<String, String> origins = new HashMap<>();

    private final Map<String, Integer> counts = new HashMap<>();
    private int workers;

    /**
     * A lost unit.
     *
     * @param rest what of it will run, null for nothing
     * @param reason for the report of what had begun
     * @param problem for the end of the run
     */
    record Lost(Unit unit, @Nullable Unit rest, String reason, String problem) {}

    /** @param canResume whether workers can run what is left of a class */
    Losses(boolean canResume) {
        this.canResume = canResume;
    }

    /**
     * Decides; once for each loss.
     *
     * @param cause how the worker ended
     * @param details what the report has beside that
     * @param byChance whether what had not told of a class may have been lost by chance
     * @param takesRests whether what is left has a queue that takes it
     */
    Lost lose(Unit unit, Progress progress, String cause, String details, boolean byChance, boolean takesRests) {
        List<ClassPart> givenUp = new ArrayList<>();
        List<ClassPart> left = new ArrayList<>(progress.rest(canResume, givenUp));
        if (!takesRests) {
            givenUp.addAll(left);
            left.clear();
        }
        if (left.equals(unit.parts()) && (!byChance || origins.containsKey(unit.name()))) {
            // It was lost a second time before anything began.
            givenUp.add(left.remove(0));
        }
        Unit rest = left.isEmpty() ? null : restOf(unit, left);
        List<Running> again = progress.runAgain();
        List<Running> open = progress.blamed();
        String reason = cause
                + (progress.repeats() ? "\nIt repeated tests that had failed; no more of them are repeated." : "")
                + (open.stream().anyMatch(Running::isOneOfSeveral)
                        ? "\nNOT RUN: the invocations of this method that would have followed."
                        : "");
        boolean outside = open.isEmpty() && again.isEmpty() && progress.openPart() != null;
        String fate = (again.isEmpty() || rest == null
                        ? ""
                        : "\nThese ran beside each other and run again, one after another: " + names(again))
                + (outside ? "\nNone of its tests was running: it was in a set-up or tear-down, or in between." : "")
                + (rest == null ? "" : "\nWhat had not begun of " + origin(unit) + " runs in another worker.")
                + (givenUp.isEmpty()
                        ? ""
                        : "\nNOT RUN: " + givenUp.stream().map(Losses::describe).collect(Collectors.joining(", ")));
        return new Lost(unit, rest, reason + details, blame(unit, progress) + reason + fate);
    }

    /**
     * How a worker ended.
     *
     * @param left it had said bye
     */
    static String reason(Seat seat, WorkerEvent.Ended ended, boolean left) {
        if (!seat.condemned().isEmpty()) {
            return seat.condemned();
        }
        String last = ended.lastOutput().isBlank() ? "" : "\nThe end of its output:\n" + ended.lastOutput();
        return "worker " + seat.worker().number() + " (pid " + seat.worker().pid() + ") ended with "
                + ExitCodes.explain(ended.exitCode()) + (left ? " after its work" : " without saying goodbye")
                + (seat.trouble() == null ? "" : ":\n" + seat.trouble())
                + ExitCodes.errorReport(ended.lastOutput()) + last;
    }

    /** Counts one more lost worker, and says whether they are more than may be replaced. */
    boolean areTooMany(int most) {
        workers++;
        return workers > most;
    }

    /** How many workers were lost. */
    int workers() {
        return workers;
    }

    private static String blame(Unit unit, Progress progress) {
        List<Running> open = progress.blamed().isEmpty() ? progress.openTests() : progress.blamed();
        ClassPart part = progress.openPart();
        if (!open.isEmpty()) {
            return names(open) + " did not run to its end: ";
        }
        return (part == null ? unit.name() : part.className()) + " did not run to its end: ";
    }

    private static String names(List<Running> tests) {
        return tests.stream().map(running -> running.test().toString()).collect(Collectors.joining(", "));
    }

    private static String describe(ClassPart part) {
        return part.isWhole()
                ? "what had not begun of " + part.className()
                : part.pieces().size() + " of the methods of " + part.className();
    }

    private String origin(Unit unit) {
        return origins.getOrDefault(unit.name(), unit.name());
    }

    private Unit restOf(Unit unit, List<ClassPart> left) {
        String origin = origin(unit);
        int count = counts.merge(origin, 1, Integer::sum);
        String name = origin + (count == 1 ? " (rest)" : " (rest " + count + ")");
        origins.put(name, origin);
        return new Unit(name, left, unit.group(), unit.strategy(), unit.locks(), unit.freshJvm());
    }
}
