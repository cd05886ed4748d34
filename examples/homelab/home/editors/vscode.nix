# VSCode, where there is a screen: on Macs, and on NixOS with a desktop. Other machines are worked at over SSH, and their side
# of VSCode starts because the role `development` has nix-ld. Extensions come from here, so that all machines have the same.
{
  config,
  lib,
  osConfig,
  pkgs,
  ...
}:
let
  inherit (config.homelab) theme;
  cfg = config.homelab.editors.vscode;

  hasScreen = pkgs.stdenv.hostPlatform.isDarwin || osConfig.services.displayManager.enable;

  # Some extensions hold programs, and not for every platform: those are left out where they would not run.
  extensions = builtins.filter (lib.meta.availableOn pkgs.stdenv.hostPlatform) [
    theme.vscode.extension
    pkgs.vscode-extensions.golang.go
    pkgs.vscode-extensions.hashicorp.terraform
    pkgs.vscode-extensions.jnoortheen.nix-ide
    pkgs.vscode-extensions.ms-kubernetes-tools.vscode-kubernetes-tools
    pkgs.vscode-extensions.ms-python.python
    pkgs.vscode-extensions.redhat.vscode-yaml
  ];
  settings = {
    "workbench.colorTheme" = theme.vscode.colorTheme;
    "editor.fontFamily" = "'JetBrains Mono', monospace";
    "editor.formatOnSave" = true;
    "files.trimTrailingWhitespace" = true;
    "nix.enableLanguageServer" = true;
    "nix.serverPath" = "nil";
    "redhat.telemetry.enabled" = false;
    "telemetry.telemetryLevel" = "off";
    "update.mode" = "none";
  };
in
{
  options.homelab.editors.vscode.enable = lib.mkEnableOption "VSCode" // {
    default = config.homelab.development.enable && hasScreen;
    defaultText = lib.literalMD "whether the machine is for development and has a screen";
  };

  config = lib.mkIf cfg.enable {
    home.packages = [ pkgs.nil ];

    programs.vscode = {
      enable = true;
      mutableExtensionsDir = false;
      profiles.default = {
        inherit extensions;
        userSettings = settings;
      };
    };
  };
}
