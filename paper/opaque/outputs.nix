# The outputs: what each of them is where that can be said, and otherwise unknown.
let
  about = import ./about.nix;

  unknown = what: import ./declare/unknown.nix "the output ${what} of the input ${about.input}";
  each = names: make: builtins.listToAttrs (map (entry make) names);
  entry = make: name: {
    inherit name;
    value = make name;
  };
  # A set of everything that the fleet selects somewhere.
  selected = each about.names;

  modules = import ./module.nix { inherit about selected; };
  packages = import ./package.nix { inherit about each selected; };
  overlay = import ./overlay.nix about;

  known =
    each [
      "nixosModules"
      "nixosModule"
      "darwinModules"
      "darwinModule"
      "homeManagerModules"
      "homeManagerModule"
      "homeModules"
      "homeModule"
      "hmModules"
      "hmModule"
      "flakeModules"
      "flakeModule"
      "modules"
      "module"
    ] modules
    // packages
    // {
      inherit overlay;
      overlays = selected (_: overlay) // {
        default = overlay;
      };
      lib = selected (name: unknown "lib.${name}");
    };

  usual = each [
    "bundlers"
    "darwinConfigurations"
    "defaultTemplate"
    "homeConfigurations"
    "hydraJobs"
    "nixosConfigurations"
    "templates"
  ] unknown;
in
selected unknown
// usual
// known
// {
  # Some flakes are called.
  __functor = _: _: unknown "that is a function";
}
