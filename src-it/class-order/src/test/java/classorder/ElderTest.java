package classorder;

class ElderTest extends Member {}
