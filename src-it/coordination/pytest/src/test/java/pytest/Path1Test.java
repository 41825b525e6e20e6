package pytest;

class Path1Test extends Path {}
