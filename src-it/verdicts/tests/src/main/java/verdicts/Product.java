package verdicts;

final class Product {
    private Product() {}
}
