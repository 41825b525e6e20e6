package classarchive;

class TwoTest extends Base {}
