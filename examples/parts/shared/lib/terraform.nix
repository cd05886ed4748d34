# Names as Terraform allows them: letters, digits, dashes and underscores, no digit first.
{ lib }:
{
  resourceName =
    name:
    let
      plain = lib.stringAsChars (c: if builtins.match "[A-Za-z0-9_-]" c == null then "-" else c) name;
    in
    if builtins.match "[0-9-].*" plain == null then plain else "_${plain}";
}
