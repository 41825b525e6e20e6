package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
public class PurchaseOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Email
    private String customer;

    @ManyToOne(optional = false)
    private Product product;

    @Positive
    private int pieces;

    private BigDecimal total;
    private LocalDate placed;
    private boolean paid;

    protected PurchaseOrder() {}

    PurchaseOrder(String customer, Product product, int pieces, BigDecimal total, LocalDate placed, boolean paid) {
        this.customer = customer;
        this.product = product;
        this.pieces = pieces;
        this.total = total;
        this.placed = placed;
        this.paid = paid;
    }

    public Long getId() {
        return id;
    }

    public String getCustomer() {
        return customer;
    }

    public Product getProduct() {
        return product;
    }

    public int getPieces() {
        return pieces;
    }

    /** In the currency of the shop. */
    public BigDecimal getTotal() {
        return total;
    }

    public LocalDate getPlaced() {
        return placed;
    }

    public boolean isPaid() {
        return paid;
    }
}
