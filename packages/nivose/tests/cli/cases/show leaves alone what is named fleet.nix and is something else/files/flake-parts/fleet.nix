{ perSystem = { pkgs, ... }: { }; flake.hosts.nobody = { port = "x"; }; }
