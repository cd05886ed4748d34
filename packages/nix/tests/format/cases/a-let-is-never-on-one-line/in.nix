let a = 1; in let b = 2;

  c = 3; in
{ inherit a b; d = let e = 5; in e; f = let in x; }
