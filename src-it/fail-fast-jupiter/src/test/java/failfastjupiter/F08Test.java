package failfastjupiter;

public class F08Test extends Base {}
