package twelvesleeps;

class Sleep07Test extends Base {}
