package failfast;

public class F06Test extends Base {}
