package soak;

class C01Test extends Tests {}
