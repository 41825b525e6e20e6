package soak;

class C02Test extends Tests {}
