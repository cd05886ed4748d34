# For work on this repository itself.
{
  age,
  jq,
  mkShell,
  my-app,
  nixfmt,
  sops,
  ssh-to-age,
}:
mkShell {
  name = "NixOS";

  packages = [
    age
    jq
    my-app
    nixfmt
    sops
    ssh-to-age
  ];
}
