# The screen is locked and put to sleep when nobody is there.
{
  programs.hyprlock = {
    enable = true;
    settings = {
      general.hide_cursor = true;
      background = [ { color = "rgb(24, 24, 37)"; } ];
      input-field = [
        {
          size = "300, 50";
          position = "0, 0";
          placeholder_text = "Password";
        }
      ];
    };
  };

  services.hypridle = {
    enable = true;
    settings = {
      general = {
        lock_cmd = "pidof hyprlock || hyprlock";
        before_sleep_cmd = "loginctl lock-session";
        after_sleep_cmd = "hyprctl dispatch dpms on";
      };
      listener = [
        {
          timeout = 600;
          on-timeout = "loginctl lock-session";
        }
        {
          timeout = 900;
          on-timeout = "hyprctl dispatch dpms off";
          on-resume = "hyprctl dispatch dpms on";
        }
      ];
    };
  };
}
