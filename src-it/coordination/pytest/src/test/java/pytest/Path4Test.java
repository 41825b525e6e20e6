package pytest;

class Path4Test extends Path {}
