{ a = import ./loop.nix; }.a
