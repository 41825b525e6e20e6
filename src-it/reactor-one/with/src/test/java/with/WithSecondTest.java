package with;

class WithSecondTest extends Base {}
