{ config, pkgs, ... }:
{
  web = {
    port = 80;
    name = "a ${pkgs.helo}";
  };
}
