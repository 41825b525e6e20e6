package soak;

class C05Test extends Tests {}
