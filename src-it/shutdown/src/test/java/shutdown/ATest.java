package shutdown;

class ATest extends Base {}
