# Which options of Home Manager have become others of a different type.
[
  {
    from = [
      [
        "programs"
        "kitty"
        "theme"
      ]
    ];
    to = [
      "programs"
      "kitty"
      "themeFile"
    ];
  }
  {
    from = [
      [
        "programs"
        "mcfly"
        "enableFuzzySearch"
      ]
    ];
    to = [
      "programs"
      "mcfly"
      "fuzzySearchFactor"
    ];
  }
  {
    from = [
      [
        "programs"
        "vscode"
        "immutableExtensionsDir"
      ]
    ];
    to = [
      "programs"
      "vscode"
      "mutableExtensionsDir"
    ];
  }
  {
    from = [
      [
        "qt"
        "useGtkTheme"
      ]
    ];
    to = [
      "qt"
      "platformTheme"
    ];
  }
]
