{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.home-assistant.overrideAttrs (oldAttrs: {
  doInstallCheck = false;
});
}
