package pytest;

class Value2Test extends Value {}
