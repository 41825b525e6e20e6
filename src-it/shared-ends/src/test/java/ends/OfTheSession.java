package ends;

final class OfTheSession extends Noted {}
