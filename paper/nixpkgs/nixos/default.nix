# `import <nixpkgs/nixos>`, as commands without flakes evaluate a configuration.
{
  configuration ? import ./lib/from-env.nix "NIXOS_CONFIG" <nixos-config>,
  system ? builtins.currentSystem,
}:
let
  evaluated = import ./lib/eval-config.nix {
    inherit system;
    modules = [ configuration ];
  };
in
{
  inherit (evaluated) pkgs config options;
  inherit (evaluated.config.system.build) vm vmWithBootLoader;
  system = evaluated.config.system.build.toplevel;
}
