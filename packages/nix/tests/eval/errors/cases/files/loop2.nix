{ y = (import ./loop2.nix).y; }
