package pytest;

class Path3Test extends Path {}
