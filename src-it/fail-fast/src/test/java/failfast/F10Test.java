package failfast;

public class F10Test extends Base {}
