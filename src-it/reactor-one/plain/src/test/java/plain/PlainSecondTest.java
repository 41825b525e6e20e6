package plain;

class PlainSecondTest extends Base {}
