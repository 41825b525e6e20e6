package reportoptions;

final class Helper {
    private Helper() {}

    static void goesWrong() {
        throw new IllegalStateException("outer", new IllegalArgumentException("inner"));
    }
}
