# Toshy: upstream's programs as they are, in share/toshy, and the launcher of this repository, which starts them from the
# user's own folder. Upstream installs by a script that writes to the home folder; this takes its place.
{
  lib,
  copyDesktopItems,
  desktop-file-utils,
  glib,
  gobject-introspection,
  gtk3,
  gtk4,
  libadwaita,
  libayatana-appindicator,
  libnotify,
  makeDesktopItem,
  procps,
  pythonPackages,
  stdenv,
  systemd,
  wrapGAppsHook3,
  xorg,
  # Newer releases of nixpkgs have these at the top.
  xhost ? xorg.xhost,
  xset ? xorg.xset,
  upstream,
  # From pyproject.toml; a source of another version says so here.
  version ? project.version,
  project ? (lib.importTOML ../pyproject.toml).project,
}:
let
  inherit (lib.importTOML ../pyproject.toml) build-system;
  inherit (stdenv) hostPlatform;

  required = import ./requirements.nix { inherit lib pythonPackages hostPlatform; };

  # Programs that Toshy calls. They come after those of the user, whose desktop may have its own.
  tools = [
    glib
    libnotify
    procps
    xhost
    xset
  ]
  ++ lib.optionals (lib.meta.availableOn hostPlatform systemd) [ systemd ];
in
pythonPackages.buildPythonApplication {
  pname = project.name;
  inherit version;
  pyproject = true;

  src = lib.fileset.toSource {
    root = ../.;
    fileset = lib.fileset.unions [
      ../README.md
      ../pyproject.toml
      ../src
      ../tests/unit
    ];
  };

  # How the launcher is built.
  build-system = required build-system.requires;

  # Programs that run during the build.
  nativeBuildInputs = [
    copyDesktopItems
    desktop-file-utils
    gobject-introspection
    wrapGAppsHook3
  ];

  # Native libraries, which Python reaches by their introspection data.
  buildInputs = [
    gtk3
    gtk4
    libadwaita
    libayatana-appindicator
  ];

  # Python packages at run time; tkinter belongs to Python and is no requirement of the index.
  dependencies = required project.dependencies ++ [ pythonPackages.tkinter ];

  nativeCheckInputs = [
    pythonPackages.pytestCheckHook
  ]
  ++ required project.optional-dependencies.test;

  desktopItems = [
    (makeDesktopItem {
      name = "app.toshy.preferences";
      desktopName = "Toshy Preferences";
      comment = "Settings of the keymapper";
      exec = "toshy-gui";
      icon = "toshy_app_icon_rainbow";
      categories = [ "Utility" ];
      startupWMClass = "app.toshy.preferences";
    })
    (makeDesktopItem {
      name = "app.toshy.tray";
      desktopName = "Toshy Tray Icon";
      comment = "Menu of the keymapper in the tray";
      exec = "toshy-tray";
      icon = "toshy_app_icon_rainbow";
      categories = [ "Utility" ];
    })
  ];

  # Upstream looks for its commands in ~/.local/bin; here they are in the package.
  postInstall = ''
    mkdir -p $out/share/toshy
    cp -r ${upstream}/. $out/share/toshy
    chmod -R u+w $out/share/toshy
    rm -rf $out/share/toshy/{.git_hooks,.github,wlroots-dev}
    find $out/share/toshy -name '*.py' -exec sed -i -E \
      "s|os\.path\.join\((self\.)?home_local_bin, '(toshy-[a-z-]+)'\)|'$out/bin/\2'|" {} +

    # What Plasma and Cinnamon load, where they look for it. The folder of the first was renamed in 2025.
    for scripts in $out/share/toshy/{kde-,}kwin-script/kde6; do
      if [ -d $scripts ]; then
        mkdir -p $out/share/kwin
        cp -r $scripts $out/share/kwin/scripts
      fi
    done
    install -Dm444 -t $out/share/cinnamon/extensions/ToshyFocusedWindow@toshy.app \
      $out/share/toshy/cinnamon-extension/{extension.js,metadata.json}

    install -Dm444 -t $out/share/icons/hicolor/scalable/apps $out/share/toshy/assets/*.svg
    install -Dm444 -t $out/lib/udev/rules.d ${./udev/70-toshy.rules}
  '';

  # The wrapper of Python takes over what the one of GTK found out: one wrapper, not two.
  dontWrapGApps = true;
  preFixup = ''
    makeWrapperArgs+=(
      "''${gappsWrapperArgs[@]}"
      --set-default TOSHY_UPSTREAM $out/share/toshy
      --suffix PATH : ${lib.makeBinPath tools}
    )
  '';

  pythonImportsCheck = [ "toshy" ];

  passthru = { inherit upstream; };

  meta = {
    inherit (project) description;
    homepage = "https://github.com/RedBearAK/toshy";
    changelog = "https://github.com/RedBearAK/toshy/releases";
    license = lib.licenses.gpl3Only;
    mainProgram = "toshy";
    platforms = lib.platforms.linux;
  };
}
