# The editor in the terminal. Language servers come from the shell of a project, so that each has the version it needs.
{ config, lib, ... }:
let
  cfg = config.@ns@.editor;
in
{
  options.@ns@.editor.enable = lib.mkEnableOption "the editor";

  config = lib.mkIf cfg.enable {
    programs.helix = {
      enable = true;
      defaultEditor = true;
      settings.editor = {
        line-number = "relative";
        lsp.display-messages = true;
      };
    };
  };
}
