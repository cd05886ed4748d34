{ config, pkgs, ... }:
{
  web.port = config."web.name";
  web.name = config."web.port";
}
