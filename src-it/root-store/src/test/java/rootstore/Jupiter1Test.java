package rootstore;

class Jupiter1Test extends Base {}
