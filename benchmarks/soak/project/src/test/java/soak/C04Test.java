package soak;

class C04Test extends Tests {}
