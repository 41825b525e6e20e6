package b;

class BFirstTest extends Base {}
