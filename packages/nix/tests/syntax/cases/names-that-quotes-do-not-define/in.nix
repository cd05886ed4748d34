let x = "${y}"; in { inherit z; a = { b = c; }; c = 1; }
