# The options of NixOS as data list them, without those that modules here declare themselves, because data cannot carry
# their types.
import ../declare/listing.nix {
  data = ../data;
  modulesPath = ./modules;
  place = "nixos/modules";
  own = import ./modules/module-list.nix;
  declaring =
    left:
    # The declaration is called with the arguments of modules, and asks for these.
    {
      config,
      lib,
      options,
      pkgs,
      ...
    }@arguments:
    import ../declare {
      data = ../data/options;
      overrides = import ./overrides.nix arguments;
      left = import ./own-options.nix ++ left;
    } arguments;
}
