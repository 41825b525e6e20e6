package failfastjupiter;

public class F09Test extends Base {}
