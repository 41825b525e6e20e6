package failfastjupiter;

public class F10Test extends Base {}
