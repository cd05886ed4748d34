# The outputs. Those without a declaration take one definition of any kind.
{
  config,
  options,
  lib,
  ...
}:
let
  inherit (lib) mkOption types;

  undeclared = types.unique {
    message = ''
      No option has been declared for this flake output attribute, so its definitions can't be merged automatically.
      Possible solutions:
        - Import a module that declares it
        - Declare it yourself
        - Look whether it is misspelt
        - Define it in one module only
    '';
  } types.raw;
in
{
  options.flake = mkOption {
    type = types.submoduleWith { modules = [ { freeformType = types.lazyAttrsOf undeclared; } ]; };
  };

  # What `mkFlake` returns. A module may define it, from `config.flake`, which is meant for modules.
  options.processedFlake = mkOption {
    type = types.raw;
    readOnly = true;
    apply = value: if options.processedFlake.isDefined then value else config.flake;
  };
}
