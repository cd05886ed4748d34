f: x: x.a or f x
