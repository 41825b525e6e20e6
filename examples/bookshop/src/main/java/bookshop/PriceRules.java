package bookshop;

/** Discounts and postage. */
public final class PriceRules {
    private static final Money FREE_POSTAGE_FROM = Money.of(30, 0);
    private static final Money POSTAGE = Money.of(3, 90);

    private PriceRules() {}

    /** The discount in per cent for so many copies. */
    public static int discount(int copies) {
        if (copies >= 50) {
            return 15;
        }
        if (copies >= 10) {
            return 10;
        }
        return copies >= 5 ? 5 : 0;
    }

    public static Money postage(Money goods) {
        return goods.cents() >= FREE_POSTAGE_FROM.cents() ? Money.ZERO : POSTAGE;
    }

    public static Money toPay(Cart cart) {
        Money goods = cart.total().lessPercent(discount(cart.copies()));
        return cart.isEmpty() ? Money.ZERO : goods.plus(postage(goods));
    }
}
