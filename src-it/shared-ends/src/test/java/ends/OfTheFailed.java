package ends;

final class OfTheFailed extends Noted {}
