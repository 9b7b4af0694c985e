/* What the loader and an engine library say to each other, once, when the engine is loaded.
 *
 * A host opens the loader: a few lines of C, which run on any x86-64 processor and hold no managed code. It opens the engine that fits (one
 * NativeAOT library per instruction set) and calls the one function that the engine exports, EngineInit, with this table. From then on the host
 * talks to the engine directly, through function tables of its plugin format; only the process calls go through the loader.
 *
 * aot/Engine/EngineContract.cs mirrors the table. A change of it raises the version: files of two versions refuse each other. */
#ifndef NAMPLUG_ENGINE_H
#define NAMPLUG_ENGINE_H

#include <stdint.h>

enum { ENGINE_CONTRACT_VERSION = 1 };

/* Steinberg::Vst::IAudioProcessor::process and clap_plugin.process, as far as the loader looks at them. */
typedef int32_t engine_process(void *self, void *block);

struct engine_contract {
    /* From the loader. */
    uint32_t version;                   /* ENGINE_CONTRACT_VERSION */
    uint32_t bytes;                     /* sizeof(struct engine_contract) */
    engine_process *vst3_process_entry; /* what the engine gives to VST3 hosts as process: set-up and call of vst3_process below */
    engine_process *clap_process_entry; /* the same for CLAP */
    const char *folder;                 /* where the engines lie; stays valid */

    /* From the engine. */
    engine_process *vst3_process;
    engine_process *clap_process;
    void *(*vst3_factory)(void);               /* an IPluginFactory with a reference for the caller */
    const void *(*clap_factory)(const char *); /* clap_plugin_entry.get_factory */
};

enum engine_answer {
    ENGINE_READY = 0,
    ENGINE_OF_ANOTHER_VERSION = 1,
    ENGINE_FAILED = 2,
};

/* Exported by the engine: sets its part of the table. Returns an engine_answer; the table is in force only when that is ENGINE_READY. */
typedef int32_t engine_init(struct engine_contract *contract);

#endif
