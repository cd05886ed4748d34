{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.invidious-router;
  "settings" = { "api" = { "allowed_regions" = [ ("AT") ("DE") ("CH") ]; "enabled" = true; "filter_regions" = true; "url" = "https://api.invidious.io/instances.json"; }; "app" = { "enable_youtube_fallback" = false; "listen" = "127.0.0.1:8050"; "reload_instance_list_interval" = "60s"; }; "healthcheck" = { "allowed_status_codes" = [ (200) ]; "filter_by_response_time" = { "enabled" = true; "qty_of_top_results" = 3; }; "interval" = "10s"; "minimum_ratio" = 0.2; "path" = "/"; "remove_no_ratio" = true; "text_not_present" = "YouTube is currently trying to block Invidious instances"; "timeout" = "1s"; }; };
}
