package soak;

class C09Test extends Tests {}
