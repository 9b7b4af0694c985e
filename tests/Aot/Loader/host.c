/* host FILE: opens a loader as hosts of both formats do, and prints what it finds; a word per question, the engine's name for a factory. */
#include "stand_in.h"

#include <dlfcn.h>
#include <immintrin.h>
#include <stdbool.h>
#include <stdio.h>

struct clap_entry {
    uint32_t version[3];
    bool (*init)(const char *path);
    void (*deinit)(void);
    const void *(*get_factory)(const char *id);
};

static void describe(const char *format, bool begins, const struct stand_in_factory *factory)
{
    printf("%s: %s, %s", format, begins ? "begins" : "refuses", factory ? factory->engine : "no factory");
    if (factory) {
        unsigned before = _mm_getcsr();
        int is_without_denormals = -1;
        int32_t result = factory->process(&is_without_denormals, NULL);
        printf(", process gives %d %s denormals, then %s", result, is_without_denormals == 1 ? "without" : "with",
               _mm_getcsr() == before ? "as before" : "changed");
    }
    printf("\n");
}

int main(int argc, char **argv)
{
    void *library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    if (!library) {
        fprintf(stderr, "%s\n", argc == 2 ? dlerror() : "usage: host FILE");
        return 2;
    }

    bool (*module_entry)(void *) = (bool (*)(void *))dlsym(library, "ModuleEntry");
    void *(*get_plugin_factory)(void) = (void *(*)(void))dlsym(library, "GetPluginFactory");
    bool (*module_exit)(void) = (bool (*)(void))dlsym(library, "ModuleExit");
    const struct clap_entry *entry = dlsym(library, "clap_entry");

    bool begins = module_entry(library);
    describe("vst3", begins, get_plugin_factory());
    if (!module_exit())
        printf("vst3: does not end\n");

    begins = entry->init(argv[1]);
    describe("clap", begins, entry->get_factory("a factory"));
    if (entry->get_factory("") || entry->get_factory(NULL))
        printf("clap: a factory for everything\n");
    entry->deinit();
    return 0;
}
