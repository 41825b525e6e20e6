package pytest;

class Flag3Test extends Flag {}
