{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jdk" = pkgs.jdk;
  "package" = pkgs.tomcat9;
  "webapps" = [ config.services.tomcat.package.webapps ];
}
