package pytest;

class Value3Test extends Value {}
