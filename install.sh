#!/usr/bin/env bash
# Builds, then installs for the current user: ./install.sh [--uninstall]
#   namplug: ~/.local/lib/namplug, linked from ~/.local/bin
#   the plugin: ~/.vst3/NamPlugin.vst3, ~/.clap/NamPlugin.clap and NamPlugin.d beside it
#   its presets for VST3 hosts: ~/.vst3/presets/NamPlugin/NamPlugin
set -euo pipefail
cd "$(dirname "$0")"

commands_folder=$HOME/.local/bin
command_folder=$HOME/.local/lib/namplug
vst3_folder=$HOME/.vst3
vst3_presets=$vst3_folder/presets/NamPlugin/NamPlugin
clap_folder=$HOME/.clap

say() { printf '%s\n' "$*" >&2; }

# The two below make a complete copy beside the old one and swap it in: an interrupted run leaves one or the other, and a host that has the old one
# open keeps it.
# place_file TARGET SOURCE
place_file() {
  mkdir -p "$(dirname "$1")"
  cp "$2" "$1.new"
  mv "$1.new" "$1"
}

# place_folder TARGET SOURCE...: a folder with copies of the sources.
place_folder() {
  local target=$1
  shift
  rm -rf "$target.new"
  mkdir -p "$target.new"
  cp -R "$@" "$target.new/"
  rm -rf "$target"
  mv "$target.new" "$target"
}

# Whether the link on the PATH is the one made here: another program of that name is not ours to replace or delete.
is_our_link() { [[ $(readlink "$commands_folder/namplug" || true) == "$command_folder/namplug" ]]; }

check_command() {
  if [[ -e $commands_folder/namplug ]] && ! is_our_link; then
    say "$commands_folder/namplug is another program; move it away to install this one."
    exit 1
  fi
}

install_command() {
  place_folder "$command_folder" artifacts/bin/namplug artifacts/bin/namplug.d
  mkdir -p "$commands_folder"
  ln -sfn "$command_folder/namplug" "$commands_folder/namplug"
  say "Installed $commands_folder/namplug"
  case :$PATH: in
    *:$commands_folder:*) ;;
    *) say "$commands_folder is not on the PATH yet; most systems add it at the next login." ;;
  esac
}

uninstall_command() {
  if is_our_link; then rm "$commands_folder/namplug"; fi
  rm -rf "$command_folder"
  say "Removed namplug"
}

# Takes back the presets of the installed bundle; one that a user saved over is the user's.
remove_vst3_presets() {
  local preset
  for preset in "$vst3_folder"/NamPlugin.vst3/Contents/Resources/VstPresets/*.vstpreset; do
    if cmp -s "$preset" "$vst3_presets/${preset##*/}"; then rm "$vst3_presets/${preset##*/}"; fi
  done
  if [[ -d $vst3_presets ]]; then (cd "$vst3_folder" && rmdir -p --ignore-fail-on-non-empty presets/NamPlugin/NamPlugin); fi
}

install_vst3_presets() {
  local preset
  for preset in artifacts/NamPlugin.vst3/Contents/Resources/VstPresets/*.vstpreset; do
    if [[ ! -e $vst3_presets/${preset##*/} ]]; then place_file "$vst3_presets/${preset##*/}" "$preset"; fi
  done
}

install_vst3() {
  remove_vst3_presets
  install_vst3_presets
  place_folder "$vst3_folder/NamPlugin.vst3" artifacts/NamPlugin.vst3/*
  say "Installed $vst3_folder/NamPlugin.vst3"
}

uninstall_vst3() {
  remove_vst3_presets
  rm -rf "$vst3_folder/NamPlugin.vst3"
  say "Removed $vst3_folder/NamPlugin.vst3"
}

# The engines first: the file must never be there without them.
install_clap() {
  place_folder "$clap_folder/NamPlugin.d" artifacts/NamPlugin.d/*
  place_file "$clap_folder/NamPlugin.clap" artifacts/NamPlugin.clap
  say "Installed $clap_folder/NamPlugin.clap"
}

uninstall_clap() {
  rm -rf "$clap_folder/NamPlugin.clap" "$clap_folder/NamPlugin.d"
  say "Removed $clap_folder/NamPlugin.clap"
}

case ${1-} in
  '')
    check_command
    ./build.sh
    install_command
    install_vst3
    install_clap
    ;;
  --uninstall)
    uninstall_command
    uninstall_vst3
    uninstall_clap
    ;;
  *) printf 'usage: ./install.sh [--uninstall]\n' >&2; exit 2 ;;
esac
