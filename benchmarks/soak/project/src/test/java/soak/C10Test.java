package soak;

class C10Test extends Tests {}
