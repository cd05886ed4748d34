{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mailboxes.<name>.name" = name: "${name}";
}
