package sales;

/** Uses the server, on another worker. */
class KillsMavenMeanwhile extends OrdersTest {}
