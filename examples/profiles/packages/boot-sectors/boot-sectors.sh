# boot-sectors DISK...
#
# Reads the first sector of each disk, and fails if one of them does not start a machine any more: a BIOS looks for the
# signature 55 aa at its end, and GRUB leaves its name in it.

status=0
for disk in "$@"; do
  signature=$(dd if="$disk" bs=1 skip=510 count=2 status=none | od -An -tx1 | tr -d ' \n')
  if [ "$signature" != 55aa ]; then
    echo "$disk: no boot sector" >&2
    status=1
  elif ! dd if="$disk" bs=512 count=1 status=none | grep --quiet --text GRUB; then
    echo "$disk: a boot sector that is not GRUB's" >&2
    status=1
  else
    echo "$disk: whole"
  fi
done
exit "$status"
