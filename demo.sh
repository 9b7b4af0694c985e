#!/usr/bin/env bash
# From a fresh clone to sound: builds, then a host without a screen loads the built plugin and plays the built-in guitar through the built-in model
# while its width is automated.
# Leaves artifacts/demo.wav and artifacts/demo.png (waveform, spectrogram, width), and prints how much faster than real time it went.
set -euo pipefail
cd "$(dirname "$0")"

./build.sh
dotnet build tests/Demo -c Release -v quiet
artifacts/bin/NamPlugin.Demo/release/NamPlugin.Demo artifacts/NamPlugin.vst3 assets/di/guitar-di-20s.wav assets/models/mild-overdrive.nam \
  width=0s:1,5s:0.2,8s:0.2,10s:1,15s:0.5,17s:0,20s:1 \
  artifacts/demo.wav artifacts/demo.png
