#!/usr/bin/env bash
# Builds everything and runs all tests: ./test.sh [--full]. Ends in one line "N passed, N failed, N skipped"; exit code 1 unless all ran and passed.
# --full first installs the heavy tools; without them the tests that need one count as skipped. A project that does not run counts as one failed.
set -euo pipefail
cd "$(dirname "$0")"

full=false
for argument in "$@"; do
  case $argument in
    --full) full=true ;;
    *) printf 'usage: ./test.sh [--full]\n' >&2; exit 2 ;;
  esac
done

source aot/setup.sh
if $full; then require "${full_requirements[@]}"; fi

dotnet build NamPlugin.sln -c Release -v quiet
./build.sh

passed=0 failed=0 skipped=0
broken=()

# Adds one project's report to the sums; fails when it holds no test that ran.
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
  ((ran > 0))
}

results=$PWD/artifacts/test-results
rm -rf "$results"
for project in tests/*/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  report=$results/$name.xml
  code=0
  say "== $name"
  "artifacts/bin/$name/release/$name" --no-progress --results-directory "$results" --report-xunit --report-xunit-filename "$name.xml" || code=$?
  failed_before=$failed
  if [[ ! -f $report ]] || ! add_report "$report" || ((code != 0 && failed == failed_before)); then
    broken+=("$name (exit code $code)")
  fi
done

for name in "${broken[@]}"; do
  say "Did not run as it should, or ran no test: $name"
done
failed=$((failed + ${#broken[@]}))
printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
((failed == 0))
