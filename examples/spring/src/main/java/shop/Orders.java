package shop;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface Orders extends JpaRepository<PurchaseOrder, Long> {
    List<PurchaseOrder> findByCustomer(String customer);

    List<PurchaseOrder> findByPlacedBetween(LocalDate first, LocalDate last);
}
