a: { inherit a; a = 1; inherit (a) a b; b = 1; }
