{
  description = "Secrets: encrypted files, who can read them, and how a station gets at its own";

  inputs = {
    @secretsInputs@
  };

  outputs =
    {
      self,
      nixpkgs,
      sops-nix,
    }:
    let
      inherit (nixpkgs) lib;

      systems = [
        @systems@
      ];

      eachSystem = f: lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in
    {
      # Names secrets and brings the files. What a secret is for is said where it is used: by the station.
      nixosModules.default.imports = [
        sops-nix.nixosModules.sops
        ./module.nix
      ];

      # Public keys of people and stations, the same as in .sops.yaml.
      lib.recipients = import ./keys;

      checks = eachSystem (pkgs: {
        recipients = import ./checks.nix {
          inherit lib pkgs;
          inherit (self.lib) recipients;
        };
      });

      formatter = eachSystem (pkgs: pkgs.@formatter@);
    };
}
