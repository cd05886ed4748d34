# The options of `modules/nixos`, `profiles` and `roles`, as a document in Markdown.
{
  lib,
  nixosOptionsDoc,
  pkgs,
}:
let
  # Only declarations are looked at: the modules need nothing of NixOS for that.
  evaluated = lib.evalModules {
    modules = [
      ../../modules/nixos
      ../../profiles/nixos.nix
      ../../roles/nixos.nix
      {
        _module = {
          check = false;
          args = { inherit pkgs; };
        };
      }
    ];
  };
in
(nixosOptionsDoc {
  options = { inherit (evaluated.options) systems; };
  # Where an option is declared is said from the root of the repository, not from the store.
  transformOptions =
    option:
    option
    // {
      declarations = map (
        file: lib.removePrefix "${toString ../..}/" (toString file)
      ) option.declarations;
    };
}).optionsCommonMark
