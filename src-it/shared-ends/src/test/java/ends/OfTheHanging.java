package ends;

final class OfTheHanging extends Noted {}
