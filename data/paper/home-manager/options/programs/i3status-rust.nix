{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bars" = { "default" = { "blocks" = [ ({ "alert" = 10.0; "block" = "disk_space"; "info_type" = "available"; "interval" = 60; "path" = "/"; "warning" = 20.0; }) ({ "block" = "memory"; "format" = " $icon mem_used_percents "; "format_alt" = " $icon $swap_used_percents "; }) ({ "block" = "cpu"; "interval" = 1; }) ({ "block" = "load"; "format" = " $icon $1m "; "interval" = 1; }) ({ "block" = "sound"; }) ({ "block" = "time"; "format" = " $timestamp.datetime(f:'%a %d/%m %R') "; "interval" = 60; }) ]; }; };
  "bars.<name>.blocks" = name: [ ({ "block" = "cpu"; }) ({ "alert" = 10.0; "block" = "disk_space"; "format" = " $icon root: $available.eng(w:2) "; "info_type" = "available"; "interval" = 20; "path" = "/"; "warning" = 20.0; }) ({ "block" = "memory"; "format" = " $icon $mem_total_used_percents.eng(w:2) "; "format_alt" = " $icon_swap $swap_used_percents.eng(w:2) "; }) ({ "block" = "sound"; "click" = [ ({ "button" = "left"; "cmd" = "pavucontrol"; }) ]; }) ({ "block" = "time"; "format" = " $timestamp.datetime(f:'%a %d/%m %R') "; "interval" = 5; }) ];
  "package" = pkgs.i3status-rust;
}
