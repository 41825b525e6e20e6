package failfastjupiter;

public class F12Test extends Base {}
