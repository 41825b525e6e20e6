package failfast;

public class F05Test extends Base {}
