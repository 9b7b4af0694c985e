# Sourced by the scripts at the root: finds what they need and installs what is missing.
# A requirement is a line "package|probe": a Debian or Ubuntu package, and a command that succeeds where its content is present, whatever brought it.

build_requirements=(
  'clang|command -v clang'
  'zlib1g-dev|clang -E -include zlib.h -x c /dev/null'
  # Plays FLAC and AIFF; the WAV reader is the project's own.
  'libsndfile1|grep -q libsndfile.so.1 <(PATH=$PATH:/usr/sbin:/sbin ldconfig -p)'
)

# What only ./test.sh --full asks for: tools too large to install unasked, for tests that count as skipped without them.
full_requirements=(
  # The program's name has its version in it.
  'ardour|compgen -c ardour'
  'valgrind|command -v valgrind'
)

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Sets `missing` to the packages of the given requirements whose probe fails.
find_missing() {
  local requirement
  missing=()
  for requirement in "$@"; do
    eval "${requirement#*|}" >/dev/null 2>&1 || missing+=("${requirement%%|*}")
  done
}

# Runs a command as root without a word, or shows the end of what it said and stops.
as_root() {
  local log prefix=()
  ((EUID == 0)) || prefix=(sudo)
  log=$(mktemp -t namplug-setup-XXXXXX)
  if ! "${prefix[@]}" env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "This failed, its last words are above: $*"
  fi
  rm -f "$log"
}

# Installs what is missing of the given requirements, or says what to install and stops.
require() {
  local missing
  find_missing "$@"
  ((${#missing[@]})) || return 0

  command -v apt-get >/dev/null ||
    fail "Missing (by their Debian names): ${missing[*]}. These scripts install on Debian and Ubuntu only; please install them and run this again."
  ((EUID == 0)) || command -v sudo >/dev/null ||
    fail "Missing: ${missing[*]}. Installing needs root, and there is no sudo. As root: apt-get install ${missing[*]}"

  say "Installing ${missing[*]}"
  as_root apt-get update
  as_root apt-get install -y --no-install-recommends "${missing[@]}"
  find_missing "$@"
  ((${#missing[@]} == 0)) || fail "Installed, yet still not found: ${missing[*]}"
}

require_dotnet() {
  command -v dotnet >/dev/null && dotnet --version >/dev/null 2>&1 ||
    fail 'The .NET SDK 10 is not here (dotnet --version fails in this folder). It is installed from https://dotnet.microsoft.com/download/dotnet/10.0'
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
require_dotnet
require "${build_requirements[@]}"
