a: { b. = 1; c..d = 2; e = a.; f = a.b or; }
