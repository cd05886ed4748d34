{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs =
    { nixpkgs, ... }:
    let
      host =
        module:
        nixpkgs.lib.nixosSystem {
          modules = [
            {
              nixpkgs.hostPlatform = "x86_64-linux";
              system.stateVersion = "25.11";
              boot.loader.systemd-boot.enable = true;
              fileSystems."/".device = "/dev/disk/by-label/root";
            }
            module
          ];
        };
    in
    {
      nixosConfigurations = {
        next = host ./hosts/next.nix;
        typed = host ./hosts/typed.nix;
        packaged = host ./hosts/packaged.nix;
        newer = host ./hosts/newer.nix;
      };
    };
}
