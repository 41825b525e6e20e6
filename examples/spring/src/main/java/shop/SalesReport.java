package shop;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class SalesReport {
    private final Orders orders;
    private final Clock clock;

    SalesReport(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    public BigDecimal turnoverOfThisMonth() {
        YearMonth month = YearMonth.now(clock);
        return sum(orders.findByPlacedBetween(month.atDay(1), month.atEndOfMonth()));
    }

    public BigDecimal turnoverOfLastDays(int days) {
        LocalDate today = LocalDate.now(clock);
        return sum(orders.findByPlacedBetween(today.minusDays(days), today));
    }

    private static BigDecimal sum(List<PurchaseOrder> orders) {
        return orders.stream()
                .filter(PurchaseOrder::isPaid)
                .map(PurchaseOrder::getTotal)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
