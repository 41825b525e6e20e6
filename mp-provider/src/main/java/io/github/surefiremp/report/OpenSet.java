package io.github.surefiremp.report;

import io.github.surefiremp.model.ReportEvent;
import io.github.surefiremp.report.Keep.Kept;
import io.github.surefiremp.report.SetReport.Item;
import io.github.surefiremp.report.SetReport.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A test set that has begun in a part of a class and not ended. */
final class OpenSet {
    final ReportEvent start;
    /** What was told outside of its items and waits for the next one, or for the end. */
    final List<Kept> loose = new ArrayList<>();

    private final Map<Result, Integer> counts = new HashMap<>();

    /** The nested classes around it and itself, from the outside in. */
    List<String> path = List.of();

    /** Null until it is known which one it is. */
    @Nullable
    SetReport set;

    @Nullable
    Item last;

    boolean inPiece;
    /** Selector of the last one that was announced. */
    String piece = "";

    /** Nothing but output was told of the piece. */
    boolean pieceIsNew;

    OpenSet(ReportEvent start) {
        this.start = start;
    }

    /**
     * Whether no other part told the same of the set.
     *
     * @param position of the test or nested class that was skipped with the class, -1 for the class as a whole
     */
    boolean isNews(Kept kept, int position) {
        if (!kept.event().kind().endsTest()) {
            return true;
        }
        Result result = Result.of(kept, position);
        return Objects.requireNonNull(set).isNews(result, counts.merge(result, 1, Integer::sum));
    }
}
