{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.redis;
  "servers.<name>.port" = name: if name == "" then 6379 else 0;
  "servers.<name>.unixSocket" = name: if name == "" then "/run/redis/redis.sock" else "/run/redis-${name}/redis.sock";
  "servers.<name>.user" = name: if name == "" then "redis" else "redis-${name}";
}
