package a;

class AFirstTest extends Base {}
