/* What CLAP hosts look up in a plugin file: one structure named clap_entry. It is data, which a NativeAOT library cannot export. */
#include "denormals.h"
#include "loader.h"

#include <stdbool.h>
#include <stddef.h>

/* clap_plugin_entry of CLAP 1.2. */
struct clap_entry {
    uint32_t version[3];
    bool (*init)(const char *path);
    void (*deinit)(void);
    const void *(*get_factory)(const char *id);
};

EXPORTED extern const struct clap_entry clap_entry;

int32_t clap_process_entry(void *self, void *block)
{
    return process_without_denormals(loader_contract.clap_process, self, block);
}

static bool init(const char *path)
{
    (void)path;
    return loader_engine() != NULL;
}

/* The engine stays for the life of the process, so init may be called as often as hosts like, and there is nothing to undo. */
static void deinit(void)
{
}

static const void *get_factory(const char *id)
{
    const struct engine_contract *engine = loader_engine();
    return engine && id ? engine->clap_factory(id) : NULL;
}

const struct clap_entry clap_entry = {{1, 2, 2}, init, deinit, get_factory};
