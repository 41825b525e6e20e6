package pytest;

class Path2Test extends Path {}
