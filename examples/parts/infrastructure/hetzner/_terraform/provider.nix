# The token is a variable, set in the environment by secrets.sh: it is in no file that Nix writes.
{ lib, provider, ... }:
{
  terraform.required_providers.hcloud.source = provider.provider-source-address;

  variable.hcloud_token = {
    type = "string";
    description = "A token of Hetzner Cloud that may read and write.";
    sensitive = true;
  };

  provider.hcloud.token = lib.tf.ref "var.hcloud_token";
}
