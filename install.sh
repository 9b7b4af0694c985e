#!/usr/bin/env bash
# Builds, then installs for the current user: ./install.sh [--uninstall]
#   namplug: ~/.local/lib/namplug, linked from ~/.local/bin
set -euo pipefail
cd "$(dirname "$0")"

bin=artifacts/bin
commands_folder=$HOME/.local/bin
command_folder=$HOME/.local/lib/namplug

say() { printf '%s\n' "$*" >&2; }

# Whether the link on the PATH is the one made here: another program of that name is not ours to replace or delete.
is_our_link() { [[ $(readlink "$commands_folder/namplug" || true) == "$command_folder/namplug" ]]; }

# Puts a complete copy beside the old one, then swaps them, so that an interrupted run leaves one or the other.
install_command() {
  if [[ -e $commands_folder/namplug ]] && ! is_our_link; then
    say "$commands_folder/namplug is another program; move it away to install this one."
    exit 1
  fi
  ./build.sh
  mkdir -p "$commands_folder" "$(dirname "$command_folder")"
  rm -rf "$command_folder.new"
  mkdir "$command_folder.new"
  cp -R "$bin/namplug" "$bin/namplug.d" "$command_folder.new/"
  rm -rf "$command_folder"
  mv "$command_folder.new" "$command_folder"
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

case ${1-} in
  '') install_command ;;
  --uninstall) uninstall_command ;;
  *) printf 'usage: ./install.sh [--uninstall]\n' >&2; exit 2 ;;
esac
