# OpenTofu reads Terraform's files and is free software; Terraform itself is not, since version 1.6, and nixpkgs builds it
# only if that is allowed.
{
  mkShell,
  opentofu,
  terraform-ls,
  tflint,
}:
mkShell {
  name = "terraform";

  packages = [
    opentofu
    terraform-ls
    tflint
  ];
}
