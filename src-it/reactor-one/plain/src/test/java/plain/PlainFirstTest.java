package plain;

class PlainFirstTest extends Base {}
