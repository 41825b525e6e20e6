package twelvesleeps;

class Sleep04Test extends Base {}
