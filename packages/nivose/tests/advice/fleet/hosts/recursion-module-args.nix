{ roles, ... }:
{
  _module.args.roles = [ ../modules/web.nix ];
  imports = roles;
}
