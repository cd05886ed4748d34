# A configuration with something of all that explanations tell of.
{ lib }:
lib.evalModules {
  specialArgs.modulesPath = ./.;
  modules = [
    ./web.nix
    ./base.nix
    ./luna.nix
    ./off.nix
    (
      { lib, ... }:
      {
        services.web.tags = lib.mkAfter [ "inline" ];
      }
    )
  ];
}
