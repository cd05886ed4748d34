# Packages of another release than that on paper. A fleet that is locked to it asks for them, and nobody here knows whether
# it has them: each is taken for a package, for a set of what is asked of it, and for a function, and a warning says so.
{
  lib,
  package,
  ...
}@context:
let
  inherit (builtins) attrNames mapAttrs removeAttrs;
  functions = import ./functions/by-name.nix context;

  thing =
    path:
    { names, ... }:
    mapAttrs (name: thing (path ++ [ name ])) names
    // package {
      inherit path;
      outputs = [ "out" ];
      attributes = [ ];
    }
    // {
      __functor = _: functions (lib.concatStringsSep "." path) (lib.last path);
    };

  perhaps =
    like:
    if like == [ ] then
      ""
    else
      "; did you mean ${lib.concatMapStringsSep " or " (name: "'${name}'") like}?";

  told =
    name: other:
    lib.warn
      "heuristic: nixpkgs on paper is of another release, and has no package '${name}'${perhaps other.like}"
      (thing [ name ] other);
in
# `with` takes functions and types of `lib` for what they are.
others: mapAttrs told (removeAttrs others (attrNames lib ++ attrNames lib.types))
