{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mailFrom" = "journalwatch@${config.networking.hostName}";
  "package" = pkgs.journalwatch;
}
