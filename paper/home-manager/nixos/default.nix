{ config, lib, ... }:
{
  imports = [ ./common.nix ];

  config.home-manager = {
    extraSpecialArgs.nixosConfig = config;
    sharedModules = [
      {
        key = "home-manager#nixos-shared-module";
        config = {
          fonts.fontconfig.enable = lib.mkDefault (
            config.home-manager.useUserPackages && config.fonts.fontconfig.enable
          );
          i18n.glibcLocales = lib.mkDefault config.i18n.glibcLocales;
        };
      }
    ];
  };
}
