package failfastjupiter;

public class F06Test extends Base {}
