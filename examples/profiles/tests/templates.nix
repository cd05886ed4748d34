# A new project out of each template has a shell.
{
  lib,
  inputs,
  self,
  system,
}:
lib.mapAttrs' (name: template: {
  name = "a new project '${name}' has a shell";
  value =
    let
      flake = import (template.path + "/flake.nix");
      outputs = flake.outputs {
        self = { };
        inherit (inputs) nixpkgs;
      };
      shells = outputs.devShells.${system} or null;
    in
    # Templates are for the systems that new machines have.
    shells == null || lib.isDerivation shells.default;
}) self.templates
