# The options of the module system itself. They are documented once, and not for each submodule again.
{ lib }:
let
  inherit (lib) types;
  inherit (lib.options) mkOption;
  declare = more: {
    _module = {
      args = mkOption (
        {
          # What is within `mkIf` would have to be decided to know which arguments there are, so they are lazy.
          type = types.lazyAttrsOf types.raw;
          description = ''
            Arguments that modules get beside `lib`, `config`, `options`, `specialArgs` and what is in the latter.
            They cannot be used in `imports`. A submodule has its own.
          '';
        }
        // more
      );
      check = mkOption {
        type = types.bool;
        internal = true;
        default = true;
        description = "Whether definitions of options that no module declares are errors.";
      };
      freeformType = mkOption {
        type = types.nullOr types.optionType;
        internal = true;
        default = null;
        description = "The type of everything that is defined and not declared. Without one, such definitions are errors.";
      };
      opaque = mkOption {
        type = types.listOf types.raw;
        internal = true;
        default = [ ];
        description = ''
          Modules that cannot be known may declare anything. Each of these says of which `input` it is, the `names` that
          are selected somewhere, and whether it may declare single options, too (`everywhere`).
        '';
      };
      specialArgs = mkOption {
        readOnly = true;
        internal = true;
        description = "Arguments from outside, which modules can use in `imports`.";
      };
    };
  };
in
{
  atTop = declare { };
  within = declare { internal = true; };
}
