package rootstore;

class Jupiter3Test extends Base {}
