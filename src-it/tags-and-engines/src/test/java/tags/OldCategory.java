package tags;

public interface OldCategory {}
