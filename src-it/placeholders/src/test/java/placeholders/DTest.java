package placeholders;

class DTest extends Base {}
