# The options of Home Manager. A few of them are declared here, with what the data do not say of them.
import ../declare/listing.nix {
  data = ../data;
  modulesPath = ./.;
  place = "modules";
  own = import ./module-list.nix;
  declaring =
    left:
    arguments@{
      config,
      extendModules,
      lib,
      options,
      pkgs,
      ...
    }:
    import ../declare {
      data = ../data/options;
      inherit left;
      project = "Home Manager";
      overrides =
        import ../declare/changed.nix { inherit lib; } (import ./changed-options.nix)
        // import ./own-options.nix {
          inherit
            config
            extendModules
            lib
            pkgs
            ;
        };
    } arguments;
}
