# The tools that this repository is worked on with.
{
  age,
  deadnix,
  # @if deploy@
  deploy-rs,
  # @end@
  mkShellNoCC,
  nixos-anywhere,
  @formatter@,
  sops,
  ssh-to-age,
  statix,
}:
mkShellNoCC {
  name = "repository";

  packages = [
    age
    deadnix
    # @if deploy@
    deploy-rs
    # @end@
    nixos-anywhere
    @formatter@
    sops
    ssh-to-age
    statix
  ];
}
