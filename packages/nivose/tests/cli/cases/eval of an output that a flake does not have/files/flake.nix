{ outputs = _: { hosts = 1; }; }
