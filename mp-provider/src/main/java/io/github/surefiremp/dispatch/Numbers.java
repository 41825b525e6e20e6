package io.github.surefiremp.dispatch;

import java.io.IOException;

/** Where worker numbers come from; granted ones arrive as messages. */
public interface Numbers {
    /** How many more workers the run could use now; replaces what was said before. */
    void want(int more) throws IOException;

    /** The worker with this number is gone. */
    void giveBack(int number) throws IOException;
}
