{
  config,
  lib,
  options,
  pkgs,
}:
{
  "DBs" = with pkgs.dictdDBs; [ wiktionary wordnet ];
}
