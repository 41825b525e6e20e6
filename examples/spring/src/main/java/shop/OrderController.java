package shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {
    record Wish(
            @NotBlank @Email String customer,
            @NotBlank String product,
            @Positive int pieces) {}

    private final Checkout checkout;

    OrderController(Checkout checkout) {
        this.checkout = checkout;
    }

    @PostMapping("/orders")
    ResponseEntity<PurchaseOrder> order(@Valid @RequestBody Wish wish) {
        PurchaseOrder order = checkout.order(wish.customer(), wish.product(), wish.pieces());
        return ResponseEntity.status(order.isPaid() ? HttpStatus.CREATED : HttpStatus.PAYMENT_REQUIRED)
                .body(order);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<String> unknown(IllegalArgumentException error) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(error.getMessage());
    }
}
