let
  numbers = builtins.genList (n: n) 100000;
  count = builtins.foldl' (sum: n: sum + 1) 0;
in
count (builtins.concatMap (n: builtins.seq (count numbers) [ n ]) numbers)
