# What is done with one attribute: the same as with a set of them, and whether it stays at all.
{ lib, ... }:
{
  imports = [ ./attributes.nix ];
  options.enable = lib.mkOption {
    type = lib.types.bool;
    default = true;
  };
}
