package failfast;

public class F07Test extends Base {}
