# The options that modules of this folder declare themselves.
[
  "nixpkgs.buildPlatform"
  "nixpkgs.config"
  "nixpkgs.crossSystem"
  "nixpkgs.hostPlatform"
  "nixpkgs.localSystem"
  "nixpkgs.overlays"
  "nixpkgs.pkgs"
  "nixpkgs.system"

  "system.build"
  "system.stateVersion"

  "isSpecialisation"
  "specialisation"
  "virtualisation.vmVariant"
  "virtualisation.vmVariantWithBootLoader"
]
