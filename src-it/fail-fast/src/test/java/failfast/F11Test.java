package failfast;

public class F11Test extends Base {}
