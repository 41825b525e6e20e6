package twelvesleeps;

class Sleep05Test extends Base {}
