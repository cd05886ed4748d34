{ config, ... }:
{
  imports = [ ../nixos/common.nix ];

  config.home-manager.extraSpecialArgs.darwinConfig = config;
}
