/* What VST3 hosts look up in a module on Linux. Hosts of Steinberg's making refuse one without ModuleEntry and ModuleExit. */
#include "denormals.h"
#include "loader.h"

#include <stdbool.h>
#include <stddef.h>

EXPORTED bool ModuleEntry(void *library);
EXPORTED bool ModuleExit(void);
EXPORTED void *GetPluginFactory(void);

int32_t vst3_process_entry(void *self, void *block)
{
    return process_without_denormals(loader_contract.vst3_process, self, block);
}

bool ModuleEntry(void *library)
{
    (void)library;
    return loader_engine() != NULL;
}

bool ModuleExit(void)
{
    return true;
}

void *GetPluginFactory(void)
{
    const struct engine_contract *engine = loader_engine();
    return engine ? engine->vst3_factory() : NULL;
}
