a: { x."y z".${a}."${a}b".or = 1; "p" = a."q".${a.b} or { }; }
