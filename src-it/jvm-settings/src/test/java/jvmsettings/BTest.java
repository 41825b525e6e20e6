package jvmsettings;

class BTest extends Base {}
