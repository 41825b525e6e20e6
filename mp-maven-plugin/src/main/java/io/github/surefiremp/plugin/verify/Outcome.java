package io.github.surefiremp.plugin.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one run ended.
 *
 * @param modules those of several that did not succeed, with what Maven's summary says of them: FAILURE or SKIPPED
 * @param reports by folder
 * @param errors what Maven says at the end of a failed build
 * @param notes what mp did with each execution; empty where mp was not there
 */
record Outcome(
        RunKind kind,
        int exitCode,
        long millis,
        Map<String, String> modules,
        Map<ReportFolder, Reports> reports,
        List<Note> notes,
        List<String> errors,
        Path log) {
    int tests() {
        return reports.values().stream().mapToInt(Reports::tests).sum();
    }

    Reports in(ReportFolder folder) {
        return reports.getOrDefault(folder, Reports.NONE);
    }
}
