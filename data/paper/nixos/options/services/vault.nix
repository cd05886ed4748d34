{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vault;
  "storagePath" = let cfg = config.services.vault; in
if config.services.vault.storageBackend == "file" || cfg.storageBackend == "raft"
then "/var/lib/vault"
else null;
}
