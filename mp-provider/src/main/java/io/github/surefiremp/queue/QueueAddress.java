package io.github.surefiremp.queue;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a queue server is. Its text never has the password.
 *
 * @param tls the connection is encrypted
 * @param database its number, 0 and up
 * @param user empty for the server's default user
 * @param password empty for none
 */
public record QueueAddress(boolean tls, String host, int port, int database, String user, String password) {
    private static final int DEFAULT_PORT = 6379;
    private static final int MOST_DATABASES = 1 << 20;
    private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");

    /**
     * Reads a URL such as {@code redis://user:password@host:port/database}; all but the host may be left out.
     *
     * @param user holds where the URL has none; empty for none
     * @param password holds where the URL has none; empty for none
     * @throws IllegalArgumentException if it is no such URL; the message says why, without the password
     */
    public static QueueAddress parse(String url, String user, String password) {
        URI uri;
        try {
            uri = new URI(url.trim());
        } catch (URISyntaxException e) {
            // Its own message has the whole text.
            throw new IllegalArgumentException("it is no URL", e.getInput() == null ? e : null);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        if (!scheme.equals("redis") && !scheme.equals("rediss")) {
            throw new IllegalArgumentException("it must begin with redis:// or rediss://");
        }
        if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("it must be redis://host:port/database");
        }
        String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = info.indexOf(':');
        String urlUser = decode(colon < 0 ? info : info.substring(0, colon));
        String urlPassword = colon < 0 ? "" : decode(info.substring(colon + 1));
        return new QueueAddress(
                scheme.equals("rediss"),
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                database(uri.getPath() == null ? "" : uri.getPath()),
                urlUser.isEmpty() ? user : urlUser,
                urlPassword.isEmpty() ? password : urlPassword);
    }

    private static int database(String path) {
        String digits = path.startsWith("/") ? path.substring(1) : path;
        try {
            int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
            if (number >= 0 && number < MOST_DATABASES) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, together with what is too small.
        }
        throw new IllegalArgumentException("the database must be a whole number from 0 on, not " + digits);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A URL for messages, without what may be a user and a password; of any text. */
    public static String withoutSecrets(String url) {
        return USER_INFO.matcher(url).replaceAll("//");
    }

    /** As a URL without user and password. */
    @Override
    public String toString() {
        return (tls ? "rediss://" : "redis://") + host + ":" + port + "/" + database;
    }
}
