package classorder;

class QuinceTest extends Member {}
