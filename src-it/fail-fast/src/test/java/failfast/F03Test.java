package failfast;

public class F03Test extends Base {}
