# The files of the modules of every home. What they say is the same in all homes.
[
  ./declared.nix
  ./files.nix
  ./generation.nix
  ./home-environment.nix
  ./misc/lib.nix
  ./misc/xdg.nix
]
