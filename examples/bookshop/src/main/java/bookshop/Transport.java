package bookshop;

import java.io.IOException;

/** Sends requests to other companies; HTTP in earnest. */
public interface Transport {
    /** What came back. */
    record Response(int status, String body) {}

    Response get(String path) throws IOException;
}
