package placeholders;

class ATest extends Base {}
