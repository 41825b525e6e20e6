package placeholders;

class BTest extends Base {}
