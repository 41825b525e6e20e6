package plain;

class PlainThirdTest extends Base {}
