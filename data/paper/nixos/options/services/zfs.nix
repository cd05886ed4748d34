{
  config,
  lib,
  options,
  pkgs,
}:
{
  "zed.enableMail" = config.services.mail.sendmailSetuidWrapper != null;
}
