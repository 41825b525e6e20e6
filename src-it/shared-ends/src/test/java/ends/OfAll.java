package ends;

final class OfAll extends Noted {}
