{
  config,
  lib,
  options,
  pkgs,
}:
{
  "userlistFile" = let cfg = config.services.vsftpd; inherit (lib) concatMapStrings; in
pkgs.writeText "userlist" (concatMapStrings (x: "${x}\n") cfg.userlist);
}
