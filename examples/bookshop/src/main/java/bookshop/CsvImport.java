package bookshop;

import java.util.ArrayList;
import java.util.List;

/** Reads a publisher's list: isbn;title;author;price, one book a line. */
public final class CsvImport {
    private final Catalogue catalogue;

    public CsvImport(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** How many books were taken, and what was wrong with the other lines. */
    public record Result(int taken, List<String> problems) {}

    public Result read(List<String> lines) {
        int taken = 0;
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                catalogue.add(book(line));
                taken++;
            } catch (IllegalArgumentException e) {
                problems.add("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        return new Result(taken, List.copyOf(problems));
    }

    private static Book book(String line) {
        String[] cells = line.split(";", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("4 cells expected, " + cells.length + " found");
        }
        return new Book(Isbn.parse(cells[0]), cells[1].trim(), cells[2].trim(), price(cells[3].trim()));
    }

    private static Money price(String text) {
        if (!text.matches("[0-9]{1,6}\\.[0-9]{2}")) {
            throw new IllegalArgumentException("not a price: " + text);
        }
        return new Money(Long.parseLong(text.replace(".", "")));
    }
}
