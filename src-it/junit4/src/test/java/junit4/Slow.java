package junit4;

/** A category. */
public interface Slow {}
