package bookshop;

/**
 * An ISBN-13.
 *
 * @param digits thirteen digits, the last one being the check digit
 */
public record Isbn(String digits) {
    public Isbn {
        if (!digits.matches("[0-9]{13}")) {
            throw new IllegalArgumentException("an ISBN has 13 digits, not: " + digits);
        }
        if (checkDigit(digits) != digits.charAt(12)) {
            throw new IllegalArgumentException("the check digit of " + digits + " should be " + checkDigit(digits));
        }
    }

    /** Reads an ISBN with 10 or 13 digits; hyphens and blanks are ignored. */
    public static Isbn parse(String text) {
        String compact = text.replaceAll("[- ]", "");
        return compact.length() == 10 ? fromTen(compact) : new Isbn(compact);
    }

    private static Isbn fromTen(String ten) {
        if (!ten.matches("[0-9]{9}[0-9X]")) {
            throw new IllegalArgumentException("an ISBN-10 has nine digits and a digit or X, not: " + ten);
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int value = ten.charAt(i) == 'X' ? 10 : ten.charAt(i) - '0';
            sum += (10 - i) * value;
        }
        if (sum % 11 != 0) {
            throw new IllegalArgumentException("the check digit of " + ten + " is wrong");
        }
        String twelve = "978" + ten.substring(0, 9);
        return new Isbn(twelve + checkDigit(twelve));
    }

    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
