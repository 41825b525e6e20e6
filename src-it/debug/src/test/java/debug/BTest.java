package debug;

class BTest extends Base {}
