package ends;

final class OfTheWorker extends Noted {}
