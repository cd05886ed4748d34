# Machines by their names: what a name means, and what follows from it for those who build for such a machine.
{ lib }:
let
  part = file: import file { inherit lib; };
  withoutFunctions = lib.filterAttrs (_: value: !lib.isFunction value);
in
{
  elaborate = part ./elaborate.nix;
  equals = a: b: withoutFunctions a == withoutFunctions b;

  parse = part ./parse.nix;
  inspect = part ./inspect.nix;
  doubles = part ./doubles.nix;
  platforms = part ./platforms.nix;
  examples = part ./examples.nix;
  architectures = part ./architectures.nix;

  flakeExposed = [
    "x86_64-linux"
    "aarch64-linux"
    "x86_64-darwin"
    "armv6l-linux"
    "armv7l-linux"
    "i686-linux"
    "aarch64-darwin"
    "powerpc64le-linux"
    "riscv64-linux"
    "x86_64-freebsd"
  ];
}
