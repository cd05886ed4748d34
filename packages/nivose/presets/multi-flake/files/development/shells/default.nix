# For work on this repository itself.
{
  age,
  jq,
  mkShell,
  my-app,
  @formatter@,
  sops,
  ssh-to-age,
}:
mkShell {
  name = "@name@";

  packages = [
    age
    jq
    my-app
    @formatter@
    sops
    ssh-to-age
  ];
}
