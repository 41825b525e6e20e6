package soak;

class C08Test extends Tests {}
