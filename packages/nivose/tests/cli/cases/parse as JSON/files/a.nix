{ a, ... }: rec { b = a.c or null; "d" = -1; }
