package classpathmodes;

class ATest extends Base {}
