# `nix run .#install` and so on: each file in scripts/, with the programs that it needs. They run in the repository.
pkgs:
let
  inherit (pkgs) lib;
  scripts = builtins.attrNames (builtins.readDir ../scripts);
in
lib.listToAttrs (
  map (
    file:
    let
      name = lib.removeSuffix ".sh" file;
      script = pkgs.writeShellApplication {
        inherit name;
        runtimeInputs = import ./script-tools.nix pkgs;
        text = builtins.readFile (../scripts + "/${file}");
      };
    in
    lib.nameValuePair name {
      type = "app";
      program = lib.getExe script;
      meta.description = "scripts/${file}";
    }
  ) scripts
)
