package classpathmodes;

/** Makes the module one with a package. */
public final class Main {
    private Main() {}
}
