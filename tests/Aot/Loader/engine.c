/* Stands in for an engine. */
#include "stand_in.h"

#include <stddef.h>
#include <stdlib.h>

engine_init EngineInit;

static struct stand_in_factory vst3, clap;

static int32_t process(void *self, void *block)
{
    (void)block;
    volatile float denormal = 1e-40f, small = 1e-30f;
    *(int *)self = denormal * 1e10f == 0 && small * 1e-10f == 0;
    return 42;
}

static void *vst3_factory(void)
{
    return &vst3;
}

static const void *clap_factory(const char *id)
{
    return *id ? &clap : NULL;
}

int32_t EngineInit(struct engine_contract *contract)
{
    if (contract->version != ENGINE_CONTRACT_VERSION || contract->bytes != sizeof *contract || getenv("STAND_IN_REFUSES"))
        return -1;
    vst3 = (struct stand_in_factory){ENGINE, contract->vst3_process_entry};
    clap = (struct stand_in_factory){ENGINE, contract->clap_process_entry};
    contract->vst3_process = process;
    contract->clap_process = process;
    contract->vst3_factory = vst3_factory;
    contract->clap_factory = clap_factory;
    return 0;
}
