{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.neomutt.sendMailCommand" = name: if config.msmtp.enable then
  "msmtpq --read-envelope-from --read-recipients"
else
  null;
  "<name>.thunderbird.perIdentitySettings" = name: _: { };
  "<name>.thunderbird.settings" = name: _: { };
}
