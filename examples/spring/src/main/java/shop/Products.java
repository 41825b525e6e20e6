package shop;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Products extends JpaRepository<Product, Long> {
    List<Product> findByNameContainingIgnoreCaseOrderByName(String part);

    Optional<Product> findByName(String name);
}
