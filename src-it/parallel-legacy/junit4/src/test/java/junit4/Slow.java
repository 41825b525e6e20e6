package junit4;

public interface Slow {}
