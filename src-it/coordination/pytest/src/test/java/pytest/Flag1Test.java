package pytest;

class Flag1Test extends Flag {}
