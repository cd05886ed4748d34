{ config, lib, ... }:
let
  # Modules of which nothing is known may be what makes the hosts.
  opaque = config._module.opaque or [ ];
  inputs = lib.concatMapStringsSep ", " (it: it.input) opaque;
in
{
  options.flake.nixosConfigurations = lib.mkOption {
    type = lib.types.lazyAttrsOf lib.types.raw;
    default = { };
    apply =
      hosts:
      if hosts == { } && opaque != [ ] then
        import ../declare/unknown.nix "the hosts, if a module of the input ${inputs} makes them"
      else
        hosts;
  };
}
