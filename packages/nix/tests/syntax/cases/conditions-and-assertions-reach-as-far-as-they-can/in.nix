a: if a then assert a; a + 1 else with a; let b = a; in a // b
