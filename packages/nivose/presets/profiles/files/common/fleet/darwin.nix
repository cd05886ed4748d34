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
    # @if secrets@
    inputs.sops-nix.darwinModules.sops
    ../secrets/darwin.nix
    # @end@
  ];

  networking.computerName = host.name;
  nixpkgs.hostPlatform = host.system;

  # The first user is the one whose settings macOS and Homebrew change.
  @ns@.primaryUser = lib.mkIf (host.users != [ ]) (lib.mkDefault (lib.head host.users));
}
