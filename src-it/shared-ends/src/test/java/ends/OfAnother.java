package ends;

final class OfAnother extends Noted {}
