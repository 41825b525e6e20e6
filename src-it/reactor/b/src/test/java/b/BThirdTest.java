package b;

class BThirdTest extends Base {}
