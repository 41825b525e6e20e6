package soak;

class C06Test extends Tests {}
