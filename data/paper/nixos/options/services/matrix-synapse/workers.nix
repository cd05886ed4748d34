{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.worker_listeners.*.bind_addresses" = name: let inherit (lib) path; in
if path != null then
  null
else
  [
    "::1"
    "127.0.0.1"
  ];
  "<name>.worker_listeners.*.mode" = name: let inherit (lib) path; in
if path != null then
  "660"
else
  null;
}
