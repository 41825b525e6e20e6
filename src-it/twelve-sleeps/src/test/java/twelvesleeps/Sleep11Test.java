package twelvesleeps;

class Sleep11Test extends Base {}
