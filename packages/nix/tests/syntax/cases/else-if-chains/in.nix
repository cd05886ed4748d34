a: if a then 1 else if !a then 2 else if a ? b then 3 else 4
