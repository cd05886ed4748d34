{ outputs = _: { x = 2; }; }
