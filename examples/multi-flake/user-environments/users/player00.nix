# What Player 00 has in every profile.
{
  programs.git.settings.user = {
    name = "Player 00";
    email = "player00@example.org";
  };
}
