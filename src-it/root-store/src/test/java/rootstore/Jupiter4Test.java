package rootstore;

class Jupiter4Test extends Base {}
