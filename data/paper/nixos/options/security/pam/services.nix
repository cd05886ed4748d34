{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.fprintAuth" = name: config.services.fprintd.enable;
  "<name>.kwallet.package" = name: pkgs.plasma5Packages.kwallet-pam;
  "<name>.mysqlAuth" = name: config.users.mysql.enable;
  "<name>.name" = name: name;
  "<name>.oathAuth" = name: config.security.pam.oath.enable;
  "<name>.otpwAuth" = name: config.security.pam.enableOTPW;
  "<name>.p11Auth" = name: config.security.pam.p11.enable;
  "<name>.pamMount" = name: config.security.pam.mount.enable;
  "<name>.rules.account.<name>.name" = name1: name: name;
  "<name>.rules.auth.<name>.name" = name1: name: name;
  "<name>.rules.password.<name>.name" = name1: name: name;
  "<name>.rules.session.<name>.name" = name1: name: name;
  "<name>.u2fAuth" = name: config.security.pam.u2f.enable;
  "<name>.yubicoAuth" = name: config.security.pam.yubico.enable;
  "<name>.zfs" = name: config.security.pam.zfs.enable;
}
