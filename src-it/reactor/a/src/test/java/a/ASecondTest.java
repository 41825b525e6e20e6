package a;

class ASecondTest extends Base {}
