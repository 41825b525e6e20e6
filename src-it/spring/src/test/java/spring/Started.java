package spring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.core.env.Environment;

/** A bean that writes a line for its context: the process, and a name with the profiles. */
class Started {
    Started(String name, Environment environment) throws IOException {
        String profiles = String.join("+", environment.getActiveProfiles());
        Files.writeString(
                Path.of(System.getProperty("contexts")),
                ProcessHandle.current().pid() + " " + name + (profiles.isEmpty() ? "" : "+" + profiles) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
