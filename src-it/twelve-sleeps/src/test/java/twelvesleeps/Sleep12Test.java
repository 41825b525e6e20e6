package twelvesleeps;

class Sleep12Test extends Base {}
