package bookshop;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a customer is about to buy. */
public final class Cart {
    private final Map<Book, Integer> lines = new LinkedHashMap<>();

    public void add(Book book, int copies) {
        if (copies < 1) {
            throw new IllegalArgumentException("at least one copy");
        }
        lines.merge(book, copies, Integer::sum);
    }

    public void remove(Book book) {
        lines.remove(book);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public int copies() {
        return lines.values().stream().mapToInt(Integer::intValue).sum();
    }

    public Money total() {
        return lines.entrySet().stream()
                .map(line -> line.getKey().price().times(line.getValue()))
                .reduce(Money.ZERO, Money::plus);
    }

    public Map<Book, Integer> lines() {
        return Map.copyOf(lines);
    }
}
