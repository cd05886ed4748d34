{
  config,
  lib,
  options,
  pkgs,
}:
{
  "abrmd.package" = pkgs.tpm2-abrmd;
  "pkcs11.package" = pkgs.tpm2-pkcs11;
  "tssUser" = if config.security.tpm2.abrmd.enable then "tss" else "root";
}
