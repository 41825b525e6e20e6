package failfast;

public class F02Test extends Base {}
