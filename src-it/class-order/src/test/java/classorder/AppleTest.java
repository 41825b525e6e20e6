package classorder;

class AppleTest extends Member {}
