package soak;

class C11Test extends Tests {}
