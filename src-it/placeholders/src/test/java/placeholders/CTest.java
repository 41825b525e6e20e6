package placeholders;

class CTest extends Base {}
