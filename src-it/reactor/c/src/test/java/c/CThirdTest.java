package c;

class CThirdTest extends Base {}
