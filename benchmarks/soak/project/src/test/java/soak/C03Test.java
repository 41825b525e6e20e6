package soak;

class C03Test extends Tests {}
