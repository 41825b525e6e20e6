package failfastjupiter;

public class F03Test extends Base {}
