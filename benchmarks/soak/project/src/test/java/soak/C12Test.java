package soak;

class C12Test extends Tests {}
