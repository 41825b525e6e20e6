package classorder;

class FigTest extends Member {}
