package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImportTest {
    private final Catalogue catalogue = new Catalogue(SlowStore.likeADatabase());
    private final CsvImport csv = new CsvImport(catalogue);

    @Test
    void readsALine() {
        csv.read(List.of("9780141439587;Emma;Jane Austen;7.50"));
        assertEquals(Books.EMMA, catalogue.find(Books.EMMA.isbn()).orElseThrow());
    }

    @Test
    void passesOverCommentsAndBlankLines() {
        assertEquals(new CsvImport.Result(0, List.of()), csv.read(List.of("# spring list", "", "  ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9780141439587;Emma;Jane Austen",
                "9780141439580;Emma;Jane Austen;7.50",
                "9780141439587;Emma;Jane Austen;7,50",
                "9780141439587; ;Jane Austen;7.50",
            })
    void tellsOfABadLineAndGoesOn(String bad) {
        CsvImport.Result result = csv.read(List.of(bad, "9780441172719;Dune;Frank Herbert;9.99"));
        assertEquals(1, result.taken());
        assertTrue(result.problems().get(0).startsWith("line 1: "), result.problems()::toString);
    }

    @Test
    void readsALongList() {
        List<String> lines = IntStream.range(0, 30)
                .mapToObj(i -> Books.several(30).get(i))
                .map(book -> book.isbn().digits() + ";" + book.title() + ";" + book.author() + ";" + book.price())
                .toList();
        assertEquals(30, csv.read(lines).taken());
    }
}
