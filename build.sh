#!/usr/bin/env bash
# Builds what users get: ./build.sh [--isa avx512|avx2|baseline]... Each is a few lines of C that choose between native builds, one per instruction
# set; --isa builds some of them alone, which is quicker and serves this machine only.
#   artifacts/bin/namplug      the command line, its builds in namplug.d beside it
#   artifacts/NamPlugin.vst3   the plugin as a VST3 bundle, its engines in the bundle
#   artifacts/NamPlugin.clap   the plugin as a CLAP file, its engines in NamPlugin.d beside it
# --vst3-shell nplug builds the plugin alone, its VST3 side over NPlug, into artifacts/nplug: with the package, or with --nplug FILE an NPlug.dll.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  printf 'usage: ./build.sh [--isa avx512|avx2|baseline]... [--vst3-shell own|nplug [--nplug FILE]]\n' >&2
  exit 2
}
isas=()
shell=own
nplug=-p:UseNPlug=true
while (($#)); do
  case $1:${2-} in
    --isa:avx512 | --isa:avx2 | --isa:baseline) isas+=("$2") ;;
    --vst3-shell:own | --vst3-shell:nplug) shell=$2 ;;
    --nplug:?*) nplug=-p:NPlugAssembly=$(realpath -e "$2") ;;
    *) usage ;;
  esac
  shift 2
done
((${#isas[@]})) || isas=(avx512 avx2 baseline)
[[ $shell == nplug || $nplug == -p:UseNPlug=true ]] || usage

source aot/setup.sh

built=artifacts/bin
framework=$(dotnet msbuild cli -getProperty:AotFramework)
heap_limit=$(dotnet msbuild aot/Engine -getProperty:HeapLimitBytes)

# publish PROJECT ISA FILE TARGET [PROPERTY]: the native build of a project for an instruction set.
publish() {
  dotnet publish "$1" -c Release -f "$framework" -r linux-x64 -p:Isa="$2" "${@:5}" -v quiet
  install -D -m 755 "$built/$3" "$4"
}

compile() { clang -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror -s "$@"; }

build_command() {
  local isa
  for isa in "${isas[@]}"; do
    publish cli $isa NamPlugin.Cli/native-$isa/namplug $built/namplug.d/namplug-$isa
  done
  compile -o $built/namplug aot/launcher/namplug.c aot/cpu/isa.c
  say "Built $built/namplug"
}

# build_plugin FOLDER PROJECT NAME [PROPERTY]: the plugin in both formats, with the engine that a project makes.
build_plugin() {
  local isa resources bundle=$1/NamPlugin.vst3 clap=$1/NamPlugin.clap clap_engines=$1/NamPlugin.d
  local vst3=$bundle/Contents/x86_64-linux
  rm -rf "$bundle" "$clap" "$clap_engines"
  for isa in "${isas[@]}"; do
    publish "$2" $isa "$3/native-$isa/$3.so" $vst3/libnam-engine-$isa.so "${@:4}"
  done
  # What ships with the plugin, where plugin/PluginFolder.cs looks for it; and the presets once more in the form that VST3 hosts know.
  for resources in $bundle/Contents/Resources $clap_engines; do
    install -D -t $resources/Presets -m 644 assets/presets/*.namplugin
    install -D -t $resources/Captures -m 644 assets/models/*.nam
  done
  dotnet run --project aot/PresetFiles -c Release -v quiet -- assets/presets $bundle/Contents/Resources/VstPresets
  compile -shared -fPIC -fvisibility=hidden -Wl,-z,nodelete,-z,defs -DHEAP_LIMIT_BYTES="$heap_limit" -o $vst3/NamPlugin.so aot/loader/*.c aot/cpu/isa.c
  install -m 755 $vst3/NamPlugin.so "$clap"
  install -D -t "$clap_engines" -m 755 $vst3/libnam-engine-*.so
  say "Built $bundle and $clap"
}

if [[ $shell == nplug ]]; then
  build_plugin artifacts/nplug aot/NPlugEngine NamPlugin.NPlugEngine "$nplug"
else
  build_command
  build_plugin artifacts aot/Engine NamPlugin.Engine
  install -D -m 644 aot/loader/moduleinfo.json artifacts/NamPlugin.vst3/Contents/Resources/moduleinfo.json
fi
