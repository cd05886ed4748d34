{
  host,
  inputs,
  lib,
  ...
}:
{
  imports = [
    ./default.nix
    inputs.home-manager.darwinModules.home-manager
    inputs.sops-nix.darwinModules.sops
    ../secrets/darwin.nix
  ];

  networking.computerName = host.name;
  nixpkgs.hostPlatform = host.system;

  # The first user is the one whose settings macOS and Homebrew change.
  systems.primaryUser = lib.mkIf (host.users != [ ]) (lib.mkDefault (lib.head host.users));
}
