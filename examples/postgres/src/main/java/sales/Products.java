package sales;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What is sold. */
public final class Products {
    private static final String COLUMNS = "id, sku, title, description, price, in_stock";

    private final DataSource database;

    public Products(DataSource database) {
        this.database = database;
    }

    /** What a supplier tells about a product. */
    public record Item(String sku, String title, String description, BigDecimal price, int inStock) {}

    /** A product. */
    public record Product(long id, Item item) {}

    public Product add(Item item) throws SQLException {
        return Sql.transaction(database, sql -> {
            long id = sql.insert(
                    "INSERT INTO product (sku, title, description, price, in_stock) VALUES (?, ?, ?, ?, ?)",
                    item.sku(),
                    item.title(),
                    item.description(),
                    item.price(),
                    item.inStock());
            return new Product(id, item);
        });
    }

    /** Adds what is new and updates what is known, all of it or nothing; the number of items. */
    public int load(List<Item> items) throws SQLException {
        return Sql.transaction(database, sql -> {
            for (Item item : items) {
                sql.update("""
                        INSERT INTO product (sku, title, description, price, in_stock) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (sku) DO UPDATE SET title = excluded.title, description = excluded.description,
                          price = excluded.price, in_stock = product.in_stock + excluded.in_stock
                        """, item.sku(), item.title(), item.description(), item.price(), item.inStock());
            }
            return items.size();
        });
    }

    public Optional<Product> withSku(String sku) throws SQLException {
        return Sql.transaction(
                database, sql -> sql.find(Products::read, "SELECT " + COLUMNS + " FROM product WHERE sku = ?", sku));
    }

    /** What has all the words, in whatever form, best first. A word in the title counts more. */
    public List<Product> search(String words) throws SQLException {
        return Sql.transaction(
                database,
                sql -> sql.query(
                        Products::read,
                        "SELECT " + COLUMNS + " FROM product, websearch_to_tsquery('english', ?) AS query"
                                + " WHERE words @@ query ORDER BY ts_rank(words, query) DESC, sku",
                        words));
    }

    private static Product read(ResultSet row) throws SQLException {
        Item item = new Item(
                row.getString("sku"),
                row.getString("title"),
                row.getString("description"),
                row.getBigDecimal("price"),
                row.getInt("in_stock"));
        return new Product(row.getLong("id"), item);
    }
}
