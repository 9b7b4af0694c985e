/* The engine of this process, and what is around it. */
#ifndef NAMPLUG_LOADER_H
#define NAMPLUG_LOADER_H

#include "engine.h"

/* Marks what hosts look up; everything else stays inside the library. */
#define EXPORTED __attribute__((visibility("default")))

/* The engine, loaded at the first call from any thread; NULL where it cannot run, after one line on stderr that says why. */
const struct engine_contract *loader_engine(void);

/* The table that loader_engine returns, for calls that can only come after it did. */
extern struct engine_contract loader_contract;

/* What hosts call for a block of audio, per format: vst3.c, clap.c. */
engine_process vst3_process_entry, clap_process_entry;

#endif
