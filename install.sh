#!/usr/bin/env bash
# Installs for the current user what build.sh builds, building it first where it is missing: ./install.sh [--uninstall]
#   namplug: ~/.local/lib/namplug, linked from ~/.local/bin
set -euo pipefail
cd "$(dirname "$0")"

bin=artifacts/bin
commands_folder=$HOME/.local/bin
command_folder=$HOME/.local/lib/namplug

say() { printf '%s\n' "$*" >&2; }

# Puts a complete copy beside the old one, then swaps them, so that an interrupted run leaves one or the other.
install_command() {
  [[ -x $bin/namplug ]] || ./build.sh
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
  # Only the link that install_command made: another program of that name is not ours to delete.
  if [[ $(readlink "$commands_folder/namplug" || true) == "$command_folder/namplug" ]]; then
    rm "$commands_folder/namplug"
  fi
  rm -rf "$command_folder"
  say "Removed namplug"
}

case ${1-} in
  '') install_command ;;
  --uninstall) uninstall_command ;;
  *) printf 'usage: ./install.sh [--uninstall]\n' >&2; exit 2 ;;
esac
