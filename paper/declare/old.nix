# Options under names that they no longer have.
{ lib }:
let
  inherit (lib.options) showFiles showOption;
  unknown = import ./unknown.nix;
in
{
  # The definitions of an old name count for the new one, which tells so itself (`from`).
  alias = context: target: {
    apply =
      _:
      lib.attrsets.attrByPath target (unknown "the value of ${showOption target}")
        (builtins.head context.scopes).config;
  };

  removed = context: instead: {
    apply =
      _:
      throw "The option `${showOption context.path}' can no longer be used since it's been removed. ${instead}";
  };

  # What is said if such an option is defined (see `notices.nix`). A name that has become another one without a
  # warning is shown in manuals.
  notice =
    context: facts:
    if facts ? removed then
      {
        notice = files: {
          assertion = ''
            The option definition `${showOption context.path}' in ${showFiles files} no longer has any effect; please remove it.
            ${facts.removed}
          '';
        };
      }
    else if facts ? aliasOf && facts.hidden or false then
      {
        notice = files: {
          warning = "The option `${showOption context.path}' defined in ${showFiles files} has been renamed to `${showOption facts.aliasOf}'.";
        };
      }
    else
      { };
}
