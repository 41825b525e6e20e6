package suites;

/** One measured run. */
record Row(Variant variant, int round, Figures figures) {}
