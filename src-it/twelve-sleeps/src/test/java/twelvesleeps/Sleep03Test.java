package twelvesleeps;

class Sleep03Test extends Base {}
