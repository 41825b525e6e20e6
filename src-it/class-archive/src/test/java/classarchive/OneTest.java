package classarchive;

class OneTest extends Base {}
