package classorder;

class CherryTest extends Member {}
