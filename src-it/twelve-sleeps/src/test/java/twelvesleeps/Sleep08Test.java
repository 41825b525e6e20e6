package twelvesleeps;

class Sleep08Test extends Base {}
