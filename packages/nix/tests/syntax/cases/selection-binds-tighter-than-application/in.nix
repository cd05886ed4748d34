f: x: f x.a.b x.c or x.d f.g
