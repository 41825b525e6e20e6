package debug;

class CTest extends Base {}
