{ a = let b = 1; b; c = 2; }
