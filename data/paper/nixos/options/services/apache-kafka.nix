{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jre" = pkgs.apacheKafka.passthru.jre;
  "package" = pkgs.apacheKafka;
}
