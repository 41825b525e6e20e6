package pytest;

class Flag2Test extends Flag {}
