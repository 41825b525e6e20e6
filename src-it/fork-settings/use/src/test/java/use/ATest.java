package use;

class ATest extends Base {}
