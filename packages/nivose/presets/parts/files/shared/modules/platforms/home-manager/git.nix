# Git.
{ config, lib, ... }:
let
  cfg = config.@namespace@.platforms.home-manager;
in
{
  config = lib.mkIf cfg.enable {
    programs.git = {
      enable = true;
      # @if gitSettings@
      settings = {
        user = {
          name = cfg.fullName;
          inherit (cfg) email;
        };
        init.defaultBranch = "main";
        pull.ff = "only";
        push.autoSetupRemote = true;
      };
      # @else@
      userName = cfg.fullName;
      userEmail = cfg.email;
      extraConfig = {
        init.defaultBranch = "main";
        pull.ff = "only";
        push.autoSetupRemote = true;
      };
      # @end@
      ignores = [
        ".direnv"
        "result"
      ];
    };
  };
}
