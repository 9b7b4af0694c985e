#!/usr/bin/env bash
# Builds everything and runs all tests: ./test.sh [--full] [--vst3-shell nplug [--nplug FILE]]. Ends in one line "N passed, N failed, N skipped"; exit
# code 1 unless all ran and passed. --full first installs the heavy tools; without them the tests that need one count as skipped. --vst3-shell nplug
# also builds the plugin over NPlug (./build.sh says with what) and plays the plugin's tests on it. A project that does not run counts as one failed.
set -euo pipefail
cd "$(dirname "$0")"

usage() { printf 'usage: ./test.sh [--full] [--vst3-shell nplug [--nplug FILE]]\n' >&2; exit 2; }
full=false
nplug=()
while (($#)); do
  case $1:${2-} in
    --full:*) full=true; shift ;;
    --vst3-shell:nplug | --nplug:?*) nplug+=("$1" "$2"); shift 2 ;;
    *) usage ;;
  esac
done

source aot/setup.sh
if $full; then require "${full_requirements[@]}"; fi

dotnet build NamPlugin.sln -c Release -v quiet
./build.sh
if ((${#nplug[@]})); then ./build.sh "${nplug[@]}"; fi

passed=0 failed=0 skipped=0
broken=()

# Adds one report to the sums; fails when no test of it ran.
add_report() {
  local assembly name ran=0 count
  assembly=$(grep -o '<assembly [^>]*>' "$1") || return 1
  for name in passed failed errors skipped; do
    [[ $assembly =~ \ $name=\"([0-9]+)\" ]] || return 1
    count=${BASH_REMATCH[1]}
    case $name in
      passed) passed=$((passed + count)) ran=$((ran + count)) ;;
      failed | errors) failed=$((failed + count)) ran=$((ran + count)) ;;
      skipped) skipped=$((skipped + count)) ;;
    esac
  done
  ((ran))
}

results=$PWD/artifacts/test-results
rm -rf "$results"

# run_tests PROJECT NAME [ARGUMENT]...: runs a project's tests and adds what it reports under a name.
run_tests() {
  local report=$results/$2.xml code=0 failed_before=$failed
  say "== $2"
  "artifacts/bin/$1/release/$1" --no-progress --results-directory "$results" --report-xunit --report-xunit-filename "$2.xml" "${@:3}" || code=$?
  if [[ ! -f $report ]] || ! add_report "$report" || ((code != 0 && failed == failed_before)); then
    broken+=("$2 (exit code $code)")
  fi
}

for project in tests/*/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  run_tests "$name" "$name"
done

# The plugin's tests again, on the other shell.
if ((${#nplug[@]})); then
  export NAMPLUGIN_BUNDLES=$PWD/artifacts/nplug NAMPLUGIN_SHELL=nplug
  run_tests NamPlugin.Plugin.Tests NamPlugin.Plugin.Tests-nplug --filter-not-namespace NamPlugin.Plugin.Tests.Hosting
fi

for name in "${broken[@]}"; do
  say "Did not run as it should, or ran no test: $name"
done
failed=$((failed + ${#broken[@]}))
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
((failed == 0))
