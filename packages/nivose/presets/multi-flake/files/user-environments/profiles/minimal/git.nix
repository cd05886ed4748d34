# Who commits is in users/.
{
  programs.git = {
    enable = true;
    # @if newGit@
    settings = {
      init.defaultBranch = "main";
      pull.rebase = true;
    };
    # @else@
    extraConfig = {
      init.defaultBranch = "main";
      pull.rebase = true;
    };
    # @end@
  };
}
