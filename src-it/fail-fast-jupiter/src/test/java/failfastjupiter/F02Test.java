package failfastjupiter;

public class F02Test extends Base {}
