# switching.sh SYSTEMS ROOT: goes from one system to the next below a folder, and says what is to be seen there. SYSTEMS has
# links to them.
systems=$1
export NIVOSE_ROOT=$2

run() {
  echo "\$ $1 $2"
  "$systems/$1/bin/switch-to-configuration" $2 2>&1 | sed "s|$(readlink -f "$systems/$1")|SYSTEM|; s|$systems|SYSTEMS|; s|$NIVOSE_ROOT|ROOT|"
  echo "status ${PIPESTATUS[0]}"
}

look() {
  (cd "$NIVOSE_ROOT/etc" && find . ! -type d ! -name static ! -name .nivose | sort | while read -r file; do
    printf '%s %s: %s\n' "$file" "$(stat -L -c %a "$file")" "$(cat "$file")"
  done)
  for link in run/current-system boot/default; do
    [ -L "$NIVOSE_ROOT/$link" ] || continue
    for name in first second failing odd; do
      [ "$(readlink -f "$NIVOSE_ROOT/$link")" != "$(readlink -f "$systems/$name")" ] || echo "$link is $name"
    done
  done
}

run first dry-activate
run first sideways
run first switch
look
run second dry-activate
run second test
look
run first boot
run failing switch
look
run first test
run odd switch
look
find -L "$(readlink -f "$systems/odd")" -name '*.fresh'
ln -sfT /nowhere "$NIVOSE_ROOT/etc/app"
rm -r "$NIVOSE_ROOT/etc/a b"
ln -s /tmp "$NIVOSE_ROOT/etc/a b"
run odd test
rm "$NIVOSE_ROOT/etc/a b"
echo "$ first and second at once, after one that was killed"
cp "$NIVOSE_ROOT/run/nivose/activations" "$NIVOSE_ROOT/kept"
"$systems/second/bin/switch-to-configuration" switch 2>/dev/null &
sleep 0.05
kill -9 $!
"$systems/first/bin/switch-to-configuration" switch 2>/dev/null &
"$systems/second/bin/switch-to-configuration" switch 2>/dev/null &
wait
[ "$(readlink "$NIVOSE_ROOT/boot/default")" = "$(readlink "$NIVOSE_ROOT/run/current-system")" ] || echo "mixed"
(cd "$NIVOSE_ROOT/etc" && find . ! -type d ! -name static ! -name .nivose | LC_ALL=C sort | cut -c 3- | cmp - <(cut -f 2 static/../../run/current-system/etc-modes))
run first switch >/dev/null
mv "$NIVOSE_ROOT/kept" "$NIVOSE_ROOT/run/nivose/activations"
echo "$ first in a specialisation"
"$systems/first/specialisation/dark/bin/switch-to-configuration" test 2>&1
cat "$NIVOSE_ROOT/etc/greeting"
echo "$ without a root"
NIVOSE_ROOT= "$systems/first/activate" >/dev/null 2>&1 || echo "refused"
NIVOSE_ROOT=/ "$systems/first/activate" 2>&1 || echo "refused"
echo "$ contents"
cd "$systems/first" && find -L . -name manifest.nix -prune -o -type f -print | sort
cut -d ' ' -f 1,2 "$NIVOSE_ROOT/run/nivose/activations"
