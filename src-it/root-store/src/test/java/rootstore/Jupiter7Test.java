package rootstore;

class Jupiter7Test extends Base {}
