#!/usr/bin/env bash
# Builds the command line: artifacts/bin/namplug, a small launcher, and beside it one native build per instruction set.
set -euo pipefail
cd "$(dirname "$0")"
source aot/setup.sh

bin=artifacts/bin
builds=$bin/namplug.d
framework=$(dotnet msbuild cli -getProperty:AotFramework)
mkdir -p "$builds"

for isa in avx512 avx2 baseline; do
  dotnet publish cli -c Release -f "$framework" -r linux-x64 -p:Isa=$isa -v quiet
  install -m 755 "$bin/NamPlugin.Cli/native-$isa/namplug" "$builds/namplug-$isa"
done

clang -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror -s -o $bin/namplug aot/launcher/namplug.c aot/cpu/isa.c
say "Built $bin/namplug"
