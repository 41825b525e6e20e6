package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    private static final SearchIndex INDEX = new SearchIndex();

    /** Costly: reads the whole catalogue once for all tests of the class. */
    @BeforeAll
    static void build() {
        Catalogue catalogue = new Catalogue(SlowStore.likeADatabase());
        List.of(Books.DUNE, Books.EMMA, Books.MOBY_DICK, Books.PERSUASION).forEach(catalogue::add);
        Books.several(10).forEach(catalogue::add);
        INDEX.build(catalogue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"emma", "EMMA", " Emma! ", "austen, emma"})
    void findsByTitleInAnyCase(String query) {
        assertEquals(List.of(Books.EMMA.isbn()), INDEX.search(query));
    }

    @Test
    void findsAllOfAnAuthor() {
        assertEquals(List.of(Books.EMMA.isbn(), Books.PERSUASION.isbn()), INDEX.search("jane austen"));
    }

    @Test
    void findsNothingForWordsOfTwoBooks() {
        assertEquals(List.of(), INDEX.search("dune emma"));
    }

    @Test
    void findsNothingForNoWords() {
        assertEquals(List.of(), INDEX.search(" - "));
    }
}
