package failfast;

public class F09Test extends Base {}
