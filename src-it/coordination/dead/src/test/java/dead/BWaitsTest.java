package dead;

class BWaitsTest extends Waits {}
