package classarchive;

class ThreeTest extends Base {}
