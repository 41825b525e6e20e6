package b;

class BSecondTest extends Base {}
