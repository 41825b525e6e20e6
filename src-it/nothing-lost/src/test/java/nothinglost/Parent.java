package nothinglost;

class Parent {}
