package compilers;

class BTest extends ATest {}
