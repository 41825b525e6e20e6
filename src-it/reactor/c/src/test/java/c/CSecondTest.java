package c;

class CSecondTest extends Base {}
