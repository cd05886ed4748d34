{ lib, pkgs, ... }:
let
  port = 80;
in
{
  services.nginx.defaultHTTPListenPort = port;
  environment.systemPackages = [ helo ];
}
