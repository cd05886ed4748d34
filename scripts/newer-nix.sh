#!/usr/bin/env bash
# newer-nix.sh DIRECTORY [FOLDER…]: puts the Nix of Debian 13 (2.26) into DIRECTORY, as a small system of its own, and
# writes the command DIRECTORY/nix-in, which runs a program there:
#
#     DIRECTORY/nix-in nix-instantiate --eval --expr '1 + 1'
#
# /tmp and the FOLDERs are visible inside under their own names; what was visible before stays so. Everything is mounted
# for the one run of nix-in only, in a mount namespace of its own: nothing is left behind, nothing is lost in a reboot,
# and DIRECTORY can be deleted without fear for what was visible in it. Needs root on a Debian (or a relative of it).
# The second time there is nothing to do but to write nix-in and the list of folders.
set -euo pipefail

directory=$1
shift
mkdir -p "$directory"
directory=$(cd "$directory" && pwd)

exec 9>"$directory.lock"
flock 9

# One that was cut off is not complete, and starts again from nothing.
if [ ! -e "$directory/complete" ]; then
  command -v debootstrap >/dev/null || { echo "debootstrap is not installed" >&2; exit 1; }
  unshare --mount --propagation private true 2>/dev/null || { echo "this machine allows no mounts" >&2; exit 1; }
  mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1)
  [ -n "$mirror" ] || { echo "no Debian mirror is configured" >&2; exit 1; }
  rm -rf --one-file-system "$directory"
  system=$directory/system
  mkdir -p "$system"
  {
    # The packages are unpacked and not configured, which takes a third of the time: Nix and git need no more than
    # their files and the names of the system's users.
    debootstrap --foreign --variant=minbase --include=nix-bin,git trixie "$system" "$mirror" &&
      for package in "$system"/var/cache/apt/archives/*.deb; do
        dpkg-deb --extract "$package" "$system" || exit 1
        rm "$package"
      done &&
      for names in passwd group; do
        cp "$system/usr/share/base-passwd/$names.master" "$system/etc/$names" || exit 1
      done
  } >"$directory.log" 2>&1 || {
    tail -n 1 "$directory.log" >&2
    exit 1
  }
fi

# One folder a line. A folder below another one needs no line of its own; one that is gone loses it.
touch "$directory/visible"
folders=$({ cat "$directory/visible"; printf '%s\n' /tmp "$@"; } | sort -u)
{
  last=
  while IFS= read -r folder; do
    [ -d "$folder" ] || continue
    case "$folder/" in "$last"/*) [ -z "$last" ] || continue ;; esac
    printf '%s\n' "$folder"
    last=$folder
  done <<<"$folders"
} >"$directory/visible.new"
mv "$directory/visible.new" "$directory/visible"

cat >"$directory/nix-in.new" <<'END'
#!/usr/bin/env bash
# nix-in PROGRAM ARGUMENTS…: runs a program of the system beside this file, in the same working directory.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export HOME=/root
export NIX_CONFIG="experimental-features = nix-command flakes
sandbox = false
build-users-group =
substituters =
flake-registry =
${NIX_CONFIG-}"
exec unshare --mount --propagation private bash -c '
  here=$1 system=$1/system
  shift
  mount --rbind /dev "$system/dev" && mount -t proc proc "$system/proc" || exit 125
  while IFS= read -r folder; do
    [ -d "$folder" ] || continue
    [ -d "$system$folder" ] || mkdir -p "$system$folder"
    mount --bind "$folder" "$system$folder" || exit 125
  done <"$here/visible"
  exec chroot "$system" /usr/bin/env -C "$PWD" "$@"
' nix-in "$here" "$@"
END
chmod +x "$directory/nix-in.new"
mv "$directory/nix-in.new" "$directory/nix-in"

(cd /tmp && "$directory/nix-in" nix --version)
touch "$directory/complete"
