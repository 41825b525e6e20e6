package rootstore;

class Jupiter2Test extends Base {}
