{
  config,
  lib,
  options,
  pkgs,
}:
{
  "inboxes.<name>.inboxdir" = name: "/var/lib/public-inbox/inboxes/${name}";
  "package" = pkgs.public-inbox;
}
