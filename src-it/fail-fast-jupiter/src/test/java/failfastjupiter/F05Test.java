package failfastjupiter;

public class F05Test extends Base {}
