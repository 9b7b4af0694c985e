#!/usr/bin/env bash
# From a fresh clone to sound: builds, then plays the built-in guitar through the built-in model while its width changes.
# Leaves artifacts/demo.wav and artifacts/demo.png (waveform, spectrogram, width), and prints how much faster than real time it went.
set -euo pipefail
cd "$(dirname "$0")"

./build.sh
artifacts/bin/namplug reamp assets/di/guitar-di-20s.wav \
  --model assets/models/mild-overdrive.nam \
  --automate width=0s:1,5s:0.2,8s:0.2,10s:1,15s:0.5,17s:0,20s:1 \
  --out artifacts/demo.wav --overwrite \
  --picture artifacts/demo.png
