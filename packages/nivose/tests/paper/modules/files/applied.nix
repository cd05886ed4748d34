{ word }: { lib, ... }: { options.applied = lib.mkOption { default = word; }; }
