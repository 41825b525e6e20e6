package failfastjupiter;

public class F07Test extends Base {}
