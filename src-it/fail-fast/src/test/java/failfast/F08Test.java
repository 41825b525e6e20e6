package failfast;

public class F08Test extends Base {}
