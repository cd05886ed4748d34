a: { b = if a then 1; c = if a 2; d = 3; }
