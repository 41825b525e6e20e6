package bookshop;

import java.util.List;
import java.util.stream.IntStream;

/** Books for the tests. */
final class Books {
    static final Book DUNE = new Book(Isbn.parse("978-0-441-17271-9"), "Dune", "Frank Herbert", Money.of(9, 99));
    static final Book EMMA = new Book(Isbn.parse("978-0-14-143958-7"), "Emma", "Jane Austen", Money.of(7, 50));
    static final Book MOBY_DICK =
            new Book(Isbn.parse("978-0-14-243724-7"), "Moby Dick", "Herman Melville", Money.of(12, 0));
    static final Book PERSUASION =
            new Book(Isbn.parse("978-0-14-143968-6"), "Persuasion", "Jane Austen", Money.of(8, 25));

    private Books() {}

    /** So many made-up books, always the same. */
    static List<Book> several(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Book(isbn(i), "Volume " + (i + 1), "Anonymous", Money.of(5, i % 100)))
                .toList();
    }

    private static Isbn isbn(int number) {
        String nine = String.format("%09d", number);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (nine.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return Isbn.parse(nine + (check == 10 ? "X" : Integer.toString(check)));
    }
}
