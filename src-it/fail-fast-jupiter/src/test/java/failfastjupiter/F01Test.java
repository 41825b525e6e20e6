package failfastjupiter;

public class F01Test extends Base {}
