package suites;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of some values, and the least and the most. */
record Median(double value, double least, double most) {
    static Median of(List<Row> rows, ToDoubleFunction<Figures> what) {
        double[] values = rows.stream().mapToDouble(row -> what.applyAsDouble(row.figures())).toArray();
        Arrays.sort(values);
        int middle = values.length / 2;
        double median = values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        return new Median(median, values[0], values[values.length - 1]);
    }
}
