package io.github.surefiremp.model;

/** Text in a cell of a line whose cells are separated by tabs. */
public final class TabCells {
    private TabCells() {}

    /** Without tabs and line ends, which a backslash and a letter stand for. */
    public static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** What {@link #escape} was given. */
    public static String unescape(String cell) {
        if (cell.indexOf('\\') < 0) {
            return cell;
        }
        StringBuilder plain = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != '\\' || i + 1 == cell.length()) {
                plain.append(c);
                continue;
            }
            char code = cell.charAt(++i);
            plain.append(
                    switch (code) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        default -> code;
                    });
        }
        return plain.toString();
    }
}
