package twelvesleeps;

class Sleep06Test extends Base {}
