package classorder;

class DateTest extends Member {}
