{ outputs = _: { x = 1; }; }
