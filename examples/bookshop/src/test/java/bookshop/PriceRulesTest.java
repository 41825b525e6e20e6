package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceRulesTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 5", "9, 5", "10, 10", "49, 10", "50, 15"})
    void discountGrowsWithTheCopies(int copies, int percent) {
        assertEquals(percent, PriceRules.discount(copies));
    }

    @ParameterizedTest
    @CsvSource({"2999, 390", "3000, 0", "0, 390"})
    void postageIsFreeFromThirtyOn(long goods, long postage) {
        assertEquals(new Money(postage), PriceRules.postage(new Money(goods)));
    }

    @Test
    void anEmptyCartCostsNothing() {
        assertEquals(Money.ZERO, PriceRules.toPay(new Cart()));
    }

    @Test
    void discountComesBeforePostage() {
        Cart cart = new Cart();
        cart.add(new Book(Books.EMMA.isbn(), "Emma", "Jane Austen", Money.of(6, 10)), 5);
        // 30.50 less five per cent is below the bound for free postage.
        assertEquals(Money.of(32, 87), PriceRules.toPay(cart));
    }
}
