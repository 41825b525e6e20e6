package soak;

class C07Test extends Tests {}
