builtins.trace "[1;31mred[0m\ttab\nline" (builtins.trace { a = [ 1 { b = "x"; } ]; c = x: x; } (builtins.warn "two\n\nlines\n" 1))
