/* Finds the engine that fits this processor, and loads it.
 *
 * The engines lie beside the plugin's own file (a VST3 bundle), or in a folder beside it that has the file's name with .d in place of its
 * extension (a .clap, which is a single file in a folder that hosts search). The name that a host used may be a link: the real file counts. */
#include "loader.h"

#include "../cpu/isa.h"
#include "address_space.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_NAME = sizeof "/libnam-engine-baseline.so" };

struct engine_contract loader_contract;
static const struct engine_contract *engine; /* the contract once it is in force */
static char folder[PATH_MAX];

/* Writes the path of an engine and says whether the file is there. */
static int find_engine(enum isa_level level, char path[static PATH_MAX + LONGEST_NAME])
{
    snprintf(path, PATH_MAX + LONGEST_NAME, "%s/libnam-engine-%s.so", folder, isa_name(level));
    return access(path, R_OK) == 0;
}

/* Sets `folder` to where the engines lie and `path` to the one of a level; 0 on success. */
static int find_folder(enum isa_level level, char path[static PATH_MAX + LONGEST_NAME])
{
    Dl_info own;
    char real[PATH_MAX];
    if (!dladdr(&loader_contract, &own) || !realpath(own.dli_fname, real)) {
        fprintf(stderr, "NamPlugin: cannot find its own file.\n");
        return -1;
    }
    char *name = strrchr(real, '/') + 1;
    char *extension = strrchr(name, '.');
    snprintf(folder, sizeof folder, "%.*s.d", (int)((extension ? extension : strchr(name, '\0')) - real), real);
    if (find_engine(level, path))
        return 0;
    snprintf(folder, sizeof folder, "%.*s", (int)(name - 1 - real), real);
    if (find_engine(level, path))
        return 0;
    fprintf(stderr, "NamPlugin: this processor needs %s, which is not there. Installing again puts it there.\n", path);
    return -1;
}

static void load(void)
{
    enum isa_level level;
    char problem[256];
    if (isa_choose(&level, problem, sizeof problem)) {
        fprintf(stderr, "NamPlugin: %s\n", problem);
        return;
    }

    char path[PATH_MAX + LONGEST_NAME];
    if (find_folder(level, path))
        return;
    if (address_space_missing(problem, sizeof problem)) {
        fprintf(stderr, "NamPlugin: %s\n", problem);
        return;
    }

    /* Never unloaded: the runtime in it has threads and signal handlers of its own. */
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    engine_init *init = library ? (engine_init *)dlsym(library, "EngineInit") : NULL;
    if (!init) {
        fprintf(stderr, "NamPlugin: %s\n", dlerror());
        return;
    }

    loader_contract = (struct engine_contract){
        .version = ENGINE_CONTRACT_VERSION,
        .bytes = sizeof loader_contract,
        .vst3_process_entry = vst3_process_entry,
        .clap_process_entry = clap_process_entry,
        .folder = folder,
    };
    switch (init(&loader_contract)) {
    case ENGINE_READY:
        engine = &loader_contract;
        return;
    case ENGINE_OF_ANOTHER_VERSION:
        fprintf(stderr, "NamPlugin: %s is of another version than the plugin. Installing again puts the same version everywhere.\n", path);
        return;
    default:
        fprintf(stderr, "NamPlugin: %s does not start.\n", path);
        return;
    }
}

const struct engine_contract *loader_engine(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return engine;
}
