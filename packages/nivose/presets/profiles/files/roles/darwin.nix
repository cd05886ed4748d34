{
  imports = [
    ./development/darwin.nix
    ./workstation/darwin.nix
  ];
}
