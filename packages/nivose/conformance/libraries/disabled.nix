{ new = [ "d" ]; }
