package twelvesleeps;

class Sleep01Test extends Base {}
