package suites;

/** Which JVM of a build a process is. */
enum Role {
    MAVEN("Maven"),
    /** Started by Maven: stock Surefire's forks, or mp's workers. */
    FORK("forks or workers"),
    /** It was there before this Maven, or outlived it. */
    STANDBY("standby");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
