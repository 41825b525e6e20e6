package failfastjupiter;

public class F11Test extends Base {}
