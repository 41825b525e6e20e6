package bookshop;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds books by the words of their titles and authors. */
public final class SearchIndex {
    private final Map<String, Set<String>> words = new TreeMap<>();

    /** Indexes all books of a catalogue. */
    public void build(Catalogue catalogue) {
        words.clear();
        for (Isbn isbn : catalogue.all()) {
            catalogue.find(isbn).ifPresent(this::add);
        }
    }

    private void add(Book book) {
        for (String word : split(book.title() + " " + book.author())) {
            words.computeIfAbsent(word, key -> new TreeSet<>()).add(book.isbn().digits());
        }
    }

    /** The books that have all the words. */
    public List<Isbn> search(String query) {
        Set<String> found = null;
        for (String word : split(query)) {
            Set<String> having = words.getOrDefault(word, Set.of());
            if (found == null) {
                found = new TreeSet<>(having);
            } else {
                found.retainAll(having);
            }
        }
        return found == null ? List.of() : found.stream().map(Isbn::new).toList();
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
