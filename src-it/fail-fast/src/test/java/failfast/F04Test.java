package failfast;

public class F04Test extends Base {}
