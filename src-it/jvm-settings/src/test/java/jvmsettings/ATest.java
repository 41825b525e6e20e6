package jvmsettings;

class ATest extends Base {}
