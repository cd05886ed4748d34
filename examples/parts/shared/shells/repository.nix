# The tools that this repository is worked on with.
{
  age,
  deadnix,
  deploy-rs,
  mkShellNoCC,
  nixos-anywhere,
  nixfmt,
  sops,
  ssh-to-age,
  statix,
}:
mkShellNoCC {
  name = "repository";

  packages = [
    age
    deadnix
    deploy-rs
    nixos-anywhere
    nixfmt
    sops
    ssh-to-age
    statix
  ];
}
