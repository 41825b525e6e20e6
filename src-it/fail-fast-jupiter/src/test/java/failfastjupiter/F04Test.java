package failfastjupiter;

public class F04Test extends Base {}
