package a;

class AThirdTest extends Base {}
