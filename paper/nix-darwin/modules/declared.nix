# The options of nix-darwin. A few of them are declared with what the data do not say of them.
import ../declare/listing.nix {
  data = ../data;
  modulesPath = ./.;
  place = "modules";
  own = import ./module-list.nix;
  declaring =
    left:
    arguments@{
      config,
      lib,
      options,
      pkgs,
      ...
    }:
    import ../declare {
      data = ../data/options;
      inherit left;
      project = "nix-darwin";
      overrides = import ./own-options.nix {
        inherit
          config
          lib
          options
          pkgs
          ;
      };
    } arguments;
}
