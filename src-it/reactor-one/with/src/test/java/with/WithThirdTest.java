package with;

class WithThirdTest extends Base {}
