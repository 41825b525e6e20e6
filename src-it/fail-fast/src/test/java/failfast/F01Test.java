package failfast;

public class F01Test extends Base {}
