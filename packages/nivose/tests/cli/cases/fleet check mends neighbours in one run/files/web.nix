{ lib, pkgs, ... }:
let
  port = 80;
  unused = 81; # the other one
in
{
  services.nginx.defaultHTTPListenPort = port;
  environment.systemPackages = [ helo ];
}
