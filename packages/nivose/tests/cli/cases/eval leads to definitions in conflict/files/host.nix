{ config, pkgs, ... }:
{
  web.port = 80;
  web.name = "a";
}
