# Development shells: each file here is one. `nix develop` without a name is for work on this repository.
pkgs:
let
  inherit (pkgs) lib;
  files = builtins.filter (file: file != "default.nix") (builtins.attrNames (builtins.readDir ./.));
in
lib.listToAttrs (
  map (
    file: lib.nameValuePair (lib.removeSuffix ".nix" file) (pkgs.callPackage (./. + "/${file}") { })
  ) files
)
// {
  default = pkgs.mkShell {
    name = "homelab";
    packages = import ../lib/script-tools.nix pkgs ++ [
      pkgs.deadnix
      pkgs.go-task
      pkgs.just
      pkgs.nixfmt
      pkgs.shellcheck
      pkgs.statix
    ];
  };
}
