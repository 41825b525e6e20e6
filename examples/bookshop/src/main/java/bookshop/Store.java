package bookshop;

import java.util.List;
import java.util.Optional;

/** Where the shop keeps its records; a database in earnest. */
public interface Store {
    void put(String key, String value);

    Optional<String> get(String key);

    /** All keys that begin so, sorted. */
    List<String> keys(String prefix);
}
