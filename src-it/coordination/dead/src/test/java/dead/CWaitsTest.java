package dead;

class CWaitsTest extends Waits {}
