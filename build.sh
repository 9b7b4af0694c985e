#!/usr/bin/env bash
# Builds what users get: ./build.sh [--isa avx512|avx2|baseline]... Each is a few lines of C that choose between native builds, one per instruction
# set; --isa builds some of them alone, which is quicker and serves this machine only.
#   artifacts/bin/namplug      the command line, its builds in namplug.d beside it
#   artifacts/NamPlugin.vst3   the plugin as a VST3 bundle, its engines in the bundle
#   artifacts/NamPlugin.clap   the plugin as a CLAP file, its engines in NamPlugin.d beside it
set -euo pipefail
cd "$(dirname "$0")"

usage() { printf 'usage: ./build.sh [--isa avx512|avx2|baseline]...\n' >&2; exit 2; }
isas=()
while (($#)); do
  case $1:${2-} in
    --isa:avx512 | --isa:avx2 | --isa:baseline) isas+=("$2"); shift 2 ;;
    *) usage ;;
  esac
done
((${#isas[@]})) || isas=(avx512 avx2 baseline)

source aot/setup.sh

built=artifacts/bin
bundle=artifacts/NamPlugin.vst3
vst3=$bundle/Contents/x86_64-linux
clap=artifacts/NamPlugin.clap
clap_engines=artifacts/NamPlugin.d
framework=$(dotnet msbuild cli -getProperty:AotFramework)
heap_limit=$(dotnet msbuild aot/Engine -getProperty:HeapLimitBytes)

# publish PROJECT ISA FILE TARGET: the native build of a project for an instruction set.
publish() {
  dotnet publish "$1" -c Release -f "$framework" -r linux-x64 -p:Isa="$2" -v quiet
  install -D -m 755 "$built/$3" "$4"
}

compile() { clang -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror -s "$@"; }

rm -rf "$bundle" "$clap" "$clap_engines"
for isa in "${isas[@]}"; do
  publish cli $isa NamPlugin.Cli/native-$isa/namplug $built/namplug.d/namplug-$isa
  publish aot/Engine $isa NamPlugin.Engine/native-$isa/NamPlugin.Engine.so $vst3/libnam-engine-$isa.so
done

compile -o $built/namplug aot/launcher/namplug.c aot/cpu/isa.c
compile -shared -fPIC -fvisibility=hidden -Wl,-z,nodelete,-z,defs -DHEAP_LIMIT_BYTES="$heap_limit" -o $vst3/NamPlugin.so aot/loader/*.c aot/cpu/isa.c
install -D -m 644 aot/loader/moduleinfo.json $bundle/Contents/Resources/moduleinfo.json

# What ships with the plugin, where plugin/PluginFolder.cs looks for it; and the presets once more in the form that VST3 hosts know.
for resources in $bundle/Contents/Resources $clap_engines; do
  install -D -t $resources/Presets -m 644 assets/presets/*.namplugin
  install -D -t $resources/Captures -m 644 assets/models/*.nam
done
dotnet run --project aot/PresetFiles -c Release -v quiet -- assets/presets $bundle/Contents/Resources/VstPresets

install -m 755 $vst3/NamPlugin.so $clap
install -D -t $clap_engines -m 755 $vst3/libnam-engine-*.so

say "Built $built/namplug, $bundle and $clap"
