# What whoever writes programs has at hand everywhere. Compilers are not here: a project brings its own, through direnv.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@ns@.development;
in
{
  options.@ns@.development.enable = lib.mkEnableOption "tools for writing programs";

  config = lib.mkIf cfg.enable {
    programs = {
      # The shell of a project appears on entering its folder, and nix-direnv keeps it from being collected.
      direnv = {
        enable = true;
        nix-direnv.enable = true;
      };
      gh.enable = true;
      lazygit.enable = true;
    };

    home.packages = [
      pkgs.hyperfine
      pkgs.just
      pkgs.nil
      pkgs.@nixfmt@
      pkgs.shellcheck
      pkgs.yq-go
    ];
  };
}
