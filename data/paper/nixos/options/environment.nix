{
  config,
  lib,
  options,
  pkgs,
}:
{
  "binsh" = "${config.system.build.binsh}/bin/sh";
  "etc.<name>.target" = name: name;
  "usrbinenv" = "${pkgs.coreutils}/bin/env";
  "wordlist.lists" = {
  WORDLIST = [ "${pkgs.scowl}/share/dict/words.txt" ];
};
}
