package with;

class WithFirstTest extends Base {}
