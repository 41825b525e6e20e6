package rootstore;

class Jupiter8Test extends Base {}
