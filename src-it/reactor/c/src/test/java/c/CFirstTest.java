package c;

class CFirstTest extends Base {}
