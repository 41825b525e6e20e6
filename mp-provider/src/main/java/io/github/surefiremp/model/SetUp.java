package io.github.surefiremp.model;

/**
 * Something costly that a class needs and that its JVM keeps for others: a Spring context, or what
 * {@code @Affinity} names.
 *
 * @param key tells set-ups apart: the same in all JVMs, and from run to run
 * @param name for people; need not be unique
 * @param kept whether it is still there when the class has ended
 */
public record SetUp(String key, String name, boolean kept) {
    /** What the keys of Spring contexts begin with. */
    public static final String SPRING = "spring:";

    private static final String AFFINITY = "affinity:";

    public SetUp {
        if (key.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a set-up needs a key and a name: " + key + ", " + name);
        }
    }

    /**
     * What {@code @Affinity} names.
     *
     * @param key as written, possibly blank, which is an error to tell
     */
    public static SetUp affinity(String key) {
        return new SetUp(AFFINITY + key, "@Affinity(\"" + key + "\")", true);
    }

    /** Whether it comes from an {@code @Affinity} whose key is blank. */
    public boolean isNameless() {
        return key.startsWith(AFFINITY) && key.substring(AFFINITY.length()).isBlank();
    }
}
