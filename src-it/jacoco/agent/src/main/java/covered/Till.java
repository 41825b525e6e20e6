package covered;

public final class Till {
    private int cents;

    public void take(int price) {
        if (price < 0) {
            throw new IllegalArgumentException("price " + price);
        }
        cents += price;
    }

    public int total() {
        return cents;
    }

    public String grade() {
        return cents > 1000 ? "rich" : cents > 100 ? "fair" : "poor";
    }

    public void empty() {
        cents = 0;
    }

    public void neverCalled() {
        cents = -1;
    }
}
