f: x: f x x (f x)
