package twelvesleeps;

class Sleep10Test extends Base {}
