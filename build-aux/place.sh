# SPDX-License-Identifier: GPL-3.0-or-later
# Where building happens: on this machine, or in a Debian 13 root that is made once; sourced by ./dev.
# shellcheck shell=bash

packages_file=$repo/build-aux/packages.debian
cache=${XDG_CACHE_HOME:-$HOME/.cache}/waymark
suite=trixie
root=          # the Debian 13 root, empty when building on this machine

say () { echo "dev: $*" >&2; }
die () { say "$*"; exit 1; }

packages () { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$packages_file"; }

toolkit_is_new () {
  command -v pkg-config >/dev/null &&
    pkg-config 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' 'cairo >= 1.18' 'pango >= 1.56' \
               'sqlite3 >= 3.46' 'json-glib-1.0 >= 1.10' libqpdf 'libspelling-1 >= 0.4' 2>/dev/null
}

# Everything that building and testing calls by name.
tools_are_here () {
  local tool
  for tool in cc cmark meson ninja msgfmt python3 glib-compile-resources Xvfb openbox dbus-daemon xprop xdotool import \
              desktop-file-validate appstreamcli localedef qpdf pdftotext rsvg-convert sqlite3 chromium; do
    command -v "$tool" >/dev/null || return 1
  done
}

# 0 when version $1 is at least $2, both with at most one dot.
at_least () {
  local a=${1%%.*} b=${2%%.*}
  [ "$a" -gt "$b" ] || { [ "$a" -eq "$b" ] && [ "$((10#$(minor "$1")))" -ge "$((10#$(minor "$2")))" ]; }
}
minor () { case $1 in *.*) echo "${1#*.}" ;; *) echo 0 ;; esac; }

as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "this needs root once, and there is no sudo; as root: $*"
  fi
}

# Installs the packages named, whichever are missing; the lists are fetched only when they are needed.
apt_install () {
  local missing=() name apt here
  here=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)
  for name; do
    [[ $'\n'$here$'\n' == *$'\ninstalled '"$name"$'\n'* ]] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing with apt: ${missing[*]}"
  apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  # An earlier set-up may have been killed half way through dpkg.
  [ -z "$(dpkg --audit 2>/dev/null)" ] || as_root dpkg --configure -a >&2 </dev/null
  as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 </dev/null && return 0
  say 'fetching the package lists'
  as_root "${apt[@]}" update >&2 </dev/null &&
    as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 </dev/null ||
    die 'apt could not install what is missing; its words are above'
}

# Decides, and installs or makes what is missing; sets $root. `find_place quick` is for when a build exists already.
find_place () {
  local ID='' VERSION_ID='' VERSION_CODENAME='' PRETTY_NAME=''
  # shellcheck disable=SC1091
  [ -r /etc/os-release ] && . /etc/os-release
  if toolkit_is_new && tools_are_here; then return; fi
  case $ID in
    debian)
      # Testing and unstable have no number.
      if [ -n "$VERSION_ID" ] && ! at_least "$VERSION_ID" 13; then
        find_root "$VERSION_CODENAME"
        return
      fi
      install_packages
      return ;;
    ubuntu)
      if at_least "$VERSION_ID" 25.04; then
        # Ubuntu has Chromium as a snap only; the tests that compare with it say so.
        install_packages chromium
        return
      fi ;;
  esac
  toolkit_is_new &&
    die "the libraries are here, but not every tool in build-aux/packages.debian; please install those on ${PRETTY_NAME:-this system}"
  die "Waymark needs GTK 4.18 and libadwaita 1.7; ${PRETTY_NAME:-this system} has no known way to get them (Debian 13, Ubuntu 25.04 and later do)"
}

# Installs the whole list but $1.
install_packages () {
  local names
  mapfile -t names < <(packages | grep -vx "${1:--}")
  apt_install "${names[@]}"
  toolkit_is_new || die 'the packages are installed, but pkg-config does not find GTK 4.18 and libadwaita 1.7'
}

# Sets $root to the Debian 13 root for the present package list and holds it, so that it is not removed while in use.
find_root () {
  local sum name
  command -v bwrap >/dev/null || make_place_tools
  sum=$( { echo "$suite 1"; packages | LC_ALL=C sort; } | sha256sum)
  name=debian13-${sum:0:12}
  if [ ! -d "$cache/$name" ]; then
    make_root "$name" "$1"
  fi
  root=$cache/$name
  hold_root || die 'the Debian 13 root was removed at this very moment; please run this again'
}

# Locks $root for as long as this script and what it starts live.
hold_root () {
  local lock
  [ -d "$root" ] && exec {lock}>>"$root.lock" && flock -s "$lock" && [ -d "$root" ]
}

make_place_tools () {
  # shellcheck disable=SC2046
  apt_install bubblewrap mmdebstrap debian-archive-keyring $([ "$(id -u)" = 0 ] || echo uidmap)
}

# The machine's own mirror, as apt knows it.
own_mirror () {
  apt-get indextargets --format '$(ORIGIN)|$(CODENAME)|$(COMPONENT)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    sed -n "s/^Debian|$1|main|//p" | head -n 1
}

# The same, after fetching what apt knows where it knows nothing.
find_mirror () {
  local mirror
  mirror=$(own_mirror "$1")
  if [ -z "$mirror" ]; then
    say 'fetching the package lists'
    as_root apt-get -q -o Acquire::Retries=3 update >&2 </dev/null
    mirror=$(own_mirror "$1")
  fi
  [ -n "$mirror" ] || die "apt on this machine knows no archive of Debian $1 to make a Debian 13 root from"
  echo "$mirror"
}

# make_root NAME CODENAME: makes $cache/NAME, whole or not at all.
make_root () {
  local name=$1 codename=$2 mirror lock_fd old started=$SECONDS
  mkdir -p "$cache" || die "cannot write to $cache"
  exec {lock_fd}>"$cache/lock"
  if ! flock -n "$lock_fd"; then
    say 'another run is making the Debian 13 root; waiting for it'
    flock "$lock_fd"
  fi
  if [ ! -d "$cache/$name" ]; then
    make_place_tools
    mirror=$(find_mirror "$codename") || exit 1

    say "making a Debian 13 root in $cache/$name, once: about a minute and 1.6 GB"
    part=$cache/$name.part
    remove_tree "$part"
    trap 'remove_tree "$part"' EXIT # $part is not local: the trap outlives this call
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    fill_root "$part" "$mirror" {lock_fd}>&- || die 'the Debian 13 root could not be made; the reason is above. Nothing was left behind; please try again'
    : >"$cache/$name.lock"
    mv -T "$part" "$cache/$name" || die "cannot write to $cache"
    trap - EXIT INT TERM HUP
    say "the Debian 13 root is ready ($((SECONDS - started)) s)"

    for old in "$cache"/debian13-*; do
      case $old in
        "$cache/$name" | *.lock) ;;
        *) remove_old_root "$old" ;;
      esac
    done
  fi
  exec {lock_fd}>&-
}

remove_tree () {
  [ -e "$1" ] || return 0
  chmod -R u+rwX "$1" 2>/dev/null
  rm -rf --one-file-system "$1"
}

# Leaves a root that another run is using.
remove_old_root () {
  local old=$1 fd
  case $old in
    *.part | *.gone) remove_tree "$old"; return ;;
  esac
  [ -e "$old.lock" ] || : >"$old.lock"
  exec {fd}<"$old.lock"
  if flock -xn "$fd"; then
    mv -T "$old" "$old.gone" && remove_tree "$old.gone"
    rm -f "$old.lock"
  fi
  exec {fd}<&-
}

# Sets the caller's `options` for mmdebstrap: a root that has apt and nothing more.
bare_options () {
  options=(--variant=apt --aptopt='Acquire::Retries "3"' --dpkgopt=force-unsafe-io)
  # A proxy that this machine's apt is told to use.
  mapfile -t -O "${#options[@]}" options < <(apt-config dump | sed -nE 's/^(Acquire::https?::[^ ]*[Pp]roxy[^ ]* ".+");$/--aptopt=\1/p')
}

# with_bare_root PROGRAM ARGUMENT: runs PROGRAM ROOT ARGUMENT with a bare Debian 13 root, which is gone afterwards.
with_bare_root () {
  local mirror hook options open status
  make_place_tools
  # shellcheck disable=SC1091
  mirror=$(. /etc/os-release; find_mirror "$VERSION_CODENAME") || exit 1
  # Where a root that a user makes can read them too: in there nobody is that user.
  open=$(mktemp -d) || exit 1
  cp "$1" "$2" "$open"
  chmod -R a+rX "$open"
  printf -v hook '%q "$1" %q' "$open/${1##*/}" "$open/${2##*/}"
  bare_options
  options+=("--customize-hook=$hook")
  if [ "$(id -u)" = 0 ]; then
    setpriv --pdeathsig KILL unshare --mount-proc --pid --fork --kill-child \
      mmdebstrap --mode=root "${options[@]}" "$suite" /dev/null "$mirror" >&2 </dev/null
  else
    setpriv --pdeathsig KILL mmdebstrap --mode=unshare "${options[@]}" "$suite" /dev/null "$mirror" >&2 </dev/null
  fi
  status=$?
  rm -rf "$open"
  return "$status"
}

# fill_root DIR MIRROR: in a process tree of its own that ends, mounts and all, when this script does.
fill_root () {
  local dir=$1 mirror=$2 include options
  include=$(packages | paste -sd,)
  bare_options
  options+=(--include="$include" --dpkgopt='path-exclude=/usr/share/man/*')
  if [ "$(id -u)" = 0 ]; then
    setpriv --pdeathsig KILL unshare --mount-proc --pid --fork --kill-child \
      mmdebstrap --mode=root "${options[@]}" "$suite" "$dir" "$mirror" >&2 </dev/null
  else
    # Files in a root that a user makes belong to subordinate ids; unpacked again they are all the user's own.
    mkdir -p "$dir" &&
      setpriv --pdeathsig KILL mmdebstrap --mode=unshare "${options[@]}" --format=tar "$suite" - "$mirror" </dev/null |
      tar -x -C "$dir" --no-same-owner --no-same-permissions --exclude='./dev/*' &&
      [ "${PIPESTATUS[0]}" = 0 ]
  fi
}
