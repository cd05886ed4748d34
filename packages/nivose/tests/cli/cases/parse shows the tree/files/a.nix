let x = "a${b}c"; in { inherit (x) y; } // f 1 ./p
