package classpathmodes;

class BTest extends Base {}
