{
  config,
  lib,
  options,
  pkgs,
}:
{
  "wordlist.lists" = {
  WORDLIST = [ "${pkgs.scowl}/share/dict/words.txt" ];
};
}
