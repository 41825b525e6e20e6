package use;

class BTest extends Base {}
