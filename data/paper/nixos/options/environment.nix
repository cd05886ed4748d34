{
  config,
  lib,
  options,
  pkgs,
}:
{
  "binsh" = "${config.system.build.binsh}/bin/sh";
  "usrbinenv" = "${pkgs.coreutils}/bin/env";
  "wordlist.lists" = {
  WORDLIST = [ "${pkgs.scowl}/share/dict/words.txt" ];
};
}
