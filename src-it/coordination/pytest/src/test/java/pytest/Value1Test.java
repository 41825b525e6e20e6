package pytest;

class Value1Test extends Value {}
