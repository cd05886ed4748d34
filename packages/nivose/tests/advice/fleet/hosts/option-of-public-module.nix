{ ... }:
{
  sops.secrets.token = { };
}
