package rootstore;

class Jupiter6Test extends Base {}
