package bookshop;

import java.util.Locale;

/** An amount in cents. */
public record Money(long cents) {
    public static final Money ZERO = new Money(0);

    public static Money of(int euros, int cents) {
        return new Money(euros * 100L + cents);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money times(int factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    /** The amount less so many per cent, rounded half up to a cent. */
    public Money lessPercent(int percent) {
        return new Money(cents - Math.floorDiv(cents * percent + 50, 100));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
