{ config, lib, ... }: { options.hosts.top.port = lib.mkOption { default = "none"; }; }
