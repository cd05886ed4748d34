# Git.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.platforms.home-manager;
in
{
  config = lib.mkIf cfg.enable {
    programs.git = {
      enable = true;
      settings = {
        user = {
          name = cfg.fullName;
          inherit (cfg) email;
        };
        init.defaultBranch = "main";
        pull.ff = "only";
        push.autoSetupRemote = true;
      };
      ignores = [
        ".direnv"
        "result"
      ];
    };
  };
}
