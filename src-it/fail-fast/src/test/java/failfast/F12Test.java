package failfast;

public class F12Test extends Base {}
