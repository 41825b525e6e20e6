package shop;

/** What is taken off for many pieces. */
public interface Discount {
    int percent(int pieces);
}
