package twelvesleeps;

class Sleep02Test extends Base {}
