{ outputs = { self }: { x = builtins.currentSystem or "none"; broken = import ./broken.nix; }; }
