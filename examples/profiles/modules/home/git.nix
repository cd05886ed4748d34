# Git, under the name of whoever lives here.
{ config, lib, ... }:
let
  cfg = config.systems.git;
  inherit (config.systems) person;
in
{
  options.systems.git.enable = lib.mkEnableOption "Git";

  config = lib.mkIf cfg.enable {
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
  };
}
