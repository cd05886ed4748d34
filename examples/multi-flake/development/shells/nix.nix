{
  age,
  deadnix,
  mkShell,
  nil,
  nixfmt,
  sops,
  ssh-to-age,
  statix,
}:
mkShell {
  name = "nix";

  packages = [
    age
    deadnix
    nil
    nixfmt
    sops
    ssh-to-age
    statix
  ];
}
