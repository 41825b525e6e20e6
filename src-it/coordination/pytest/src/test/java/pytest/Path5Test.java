package pytest;

class Path5Test extends Path {}
