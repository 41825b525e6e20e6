package suites;

/** Which JVM of a build a process is. */
enum Role {
    MAVEN("Maven"),
    /** Started by Maven: stock Surefire's fork, or mp's controller. */
    FORK("forks or controller"),
    /** Started by a fork. */
    WORKER("workers"),
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
