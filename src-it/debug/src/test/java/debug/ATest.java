package debug;

class ATest extends Base {}
