# Git, under the name of whoever lives here.
{ config, lib, ... }:
let
  cfg = config.@ns@.git;
  inherit (config.@ns@) person;
in
{
  options.@ns@.git.enable = lib.mkEnableOption "Git";

  config = lib.mkIf cfg.enable {
    # @if old@
    programs.git = {
      enable = true;
      userName = lib.mkIf (person.fullName != "") person.fullName;
      userEmail = lib.mkIf (person.email != "") person.email;
      extraConfig = {
        init.defaultBranch = "main";
        pull.rebase = true;
        push.autoSetupRemote = true;
      };
      ignores = [
        ".direnv/"
        ".DS_Store"
      ];
    };
    # @else@
    programs.git = {
      enable = true;
      settings = {
        user = {
          name = lib.mkIf (person.fullName != "") person.fullName;
          email = lib.mkIf (person.email != "") person.email;
        };
        init.defaultBranch = "main";
        pull.rebase = true;
        push.autoSetupRemote = true;
      };
      ignores = [
        ".direnv/"
        ".DS_Store"
      ];
    };
    # @end@
  };
}
