{ config, lib, ... }:
let
  cfg = config.systems.profiles.work;
in
{
  options.systems.profiles.work.enable =
    lib.mkEnableOption "what everybody has on a machine for work";

  config = lib.mkIf cfg.enable {
    systems = {
      editor.enable = true;
      git.enable = true;
      shell.enable = true;
    };

    # The employer's address is not in this repository: it is in this file, where there is one.
    programs.git.includes = [ { path = "~/.config/git/work"; } ];
  };
}
