# A package on paper that is not in nixpkgs: it is known by name only.
{ system }:
name:
let
  unknown = import ../declare/unknown.nix;

  built = import ./build/tree.nix {
    inherit name;
    files."bin/${name}" = {
      text = "";
      executable = true;
    };
  };

  package = built // {
    inherit system;
    name = unknown "the name of the package ${name}";
    pname = unknown "the name of the package ${name}";
    version = unknown "the version of the package ${name}";
    meta.mainProgram = name;
    override = _: package;
    overrideAttrs = _: package;
  };
in
package
