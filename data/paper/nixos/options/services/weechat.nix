{
  config,
  lib,
  options,
  pkgs,
}:
{
  "binary" = "${pkgs.weechat}/bin/weechat";
}
