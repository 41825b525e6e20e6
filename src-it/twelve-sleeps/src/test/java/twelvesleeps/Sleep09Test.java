package twelvesleeps;

class Sleep09Test extends Base {}
