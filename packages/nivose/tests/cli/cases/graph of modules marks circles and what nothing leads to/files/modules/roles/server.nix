{ config, ... }: { }
