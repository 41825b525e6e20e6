package rootstore;

class Jupiter5Test extends Base {}
