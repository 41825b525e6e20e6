package io.github.surefiremp.report;

import io.github.surefiremp.model.ClassPart.Selected;
import io.github.surefiremp.model.ReportEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tests and nested classes directly in a disabled class, as far as a part has them. Surefire reports each as
 * skipped, in any order; from 3.5.4 on it gives nested classes the name of the outermost.
 */
final class SkippedChildren {
    private final List<Selected> tests = new ArrayList<>();
    /** Where each nested class begins, by its segment of the unique id. */
    private final Map<String, Integer> nested = new LinkedHashMap<>();

    SkippedChildren(SplitClass whole, List<String> path, List<Selected> pieces) {
        for (Selected piece : pieces) {
            // A nested class that is a piece itself is the end of its selector.
            List<String> around = whole.nesting(piece.selector());
            if (!SplitClass.startsWith(around, path)) {
                continue;
            }
            if (around.size() > path.size()) {
                nested.putIfAbsent(
                        around.get(path.size()),
                        whole.firstPosition(around.subList(0, path.size() + 1), piece.position()));
            } else if (SplitClass.method(piece.selector()).isEmpty()) {
                nested.put(SplitClass.lastSegment(piece.selector()), piece.position());
            } else {
                tests.add(piece);
            }
        }
    }

    /** Where in the class a child is that was skipped, which is then gone; -1 if there is none left. */
    int take(ReportEvent skipped) {
        Optional<Selected> test = SplitClass.named(skipped.method(), tests);
        if (test.isEmpty() && (nested.isEmpty() || !skipped.method().isEmpty())) {
            test = tests.stream().findFirst();
        }
        if (test.isPresent()) {
            tests.remove(test.get());
            return test.get().position();
        }
        return nested.keySet().stream()
                .filter(segment -> skipped.className().endsWith("$" + nameIn(segment)))
                .findFirst()
                .or(() -> nested.keySet().stream().findFirst())
                .map(nested::remove)
                .orElse(-1);
    }

    private static String nameIn(String segment) {
        return segment.substring(segment.indexOf(':') + 1, segment.length() - 1);
    }
}
