{
  config,
  lib,
  options,
  pkgs,
}:
{
  "sites.<name>.stateDir" = name: "/var/lib/invoiceplane/${name}";
}
