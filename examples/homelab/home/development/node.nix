# Node.js and TypeScript.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.homelab.development;
in
{
  options.homelab.development.node.enable = lib.mkEnableOption "Node.js" // {
    default = cfg.enable;
    defaultText = lib.literalMD "whether the machine is for development";
  };

  config = lib.mkIf cfg.node.enable {
    home = {
      packages = [
        pkgs.nodejs
        pkgs.pnpm
        pkgs.typescript-language-server
      ];
      # `npm install --global` would write into the store.
      file.".npmrc".text = "prefix=\${HOME}/.local\n";
      sessionPath = [ "$HOME/.local/bin" ];
    };
  };
}
