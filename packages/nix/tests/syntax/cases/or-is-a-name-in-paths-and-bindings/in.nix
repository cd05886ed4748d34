let x.or = 1; in { inherit (x) or; b = x.or or x.or.or; c.or = 1; }
