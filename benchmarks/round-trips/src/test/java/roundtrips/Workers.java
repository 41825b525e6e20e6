package roundtrips;

/* One class for each worker; eight workers at most. */

class Worker1Test extends RoundTrips {
    Worker1Test() {
        super(1);
    }
}

class Worker2Test extends RoundTrips {
    Worker2Test() {
        super(2);
    }
}

class Worker3Test extends RoundTrips {
    Worker3Test() {
        super(3);
    }
}

class Worker4Test extends RoundTrips {
    Worker4Test() {
        super(4);
    }
}

class Worker5Test extends RoundTrips {
    Worker5Test() {
        super(5);
    }
}

class Worker6Test extends RoundTrips {
    Worker6Test() {
        super(6);
    }
}

class Worker7Test extends RoundTrips {
    Worker7Test() {
        super(7);
    }
}

class Worker8Test extends RoundTrips {
    Worker8Test() {
        super(8);
    }
}
