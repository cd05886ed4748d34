{
  imports = [
    ./container-host/nixos.nix
    ./development/nixos.nix
    ./low-resource/nixos.nix
    ./service-host/nixos.nix
    ./workstation/nixos.nix
  ];
}
