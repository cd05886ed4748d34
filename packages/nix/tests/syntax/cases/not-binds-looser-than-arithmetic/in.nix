a: !a + a == !a ? b // a
