/* A CLAP host as small as one can be, to be run under valgrind: host PLUGIN.clap STATE
 *
 * It declares blocks of up to 1024 frames and then plays blocks of 1 to 32, each with buffers of its own that are exactly as long as the block, so
 * that every read and write past one meets memory that nobody owns. What it prints is the sum of what was played. */
#include <dlfcn.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* From CLAP's public headers (clap 1.2), as far as it is used here. */
struct version { uint32_t major, minor, revision; };
struct host;
struct host {
    struct version version;
    void *data;
    const char *name, *vendor, *url, *host_version;
    const void *(*get_extension)(const struct host *, const char *);
    void (*request_restart)(const struct host *);
    void (*request_process)(const struct host *);
    void (*request_callback)(const struct host *);
};
struct plugin {
    const void *descriptor;
    void *data;
    bool (*init)(const struct plugin *);
    void (*destroy)(const struct plugin *);
    bool (*activate)(const struct plugin *, double, uint32_t, uint32_t);
    void (*deactivate)(const struct plugin *);
    bool (*start_processing)(const struct plugin *);
    void (*stop_processing)(const struct plugin *);
    void (*reset)(const struct plugin *);
    int32_t (*process)(const struct plugin *, const void *);
    const void *(*get_extension)(const struct plugin *, const char *);
    void (*on_main_thread)(const struct plugin *);
};
struct factory {
    uint32_t (*count)(const struct factory *);
    const void *(*descriptor)(const struct factory *, uint32_t);
    const struct plugin *(*create)(const struct factory *, const struct host *, const char *);
};
struct entry {
    struct version version;
    bool (*init)(const char *);
    void (*deinit)(void);
    const struct factory *(*get_factory)(const char *);
};
struct audio { float **data32; double **data64; uint32_t channels, latency; uint64_t constant; };
struct header { uint32_t size, time; uint16_t space, type; uint32_t flags; };
struct value { struct header header; uint32_t id; void *cookie; int32_t note; int16_t port, channel, key; double value; };
struct events_in { void *context; uint32_t (*size)(const struct events_in *); const struct header *(*get)(const struct events_in *, uint32_t); };
struct events_out { void *context; bool (*push)(const struct events_out *, const struct header *); };
struct process {
    int64_t time;
    uint32_t frames;
    const void *transport;
    struct audio *inputs, *outputs;
    uint32_t input_count, output_count;
    const struct events_in *in;
    const struct events_out *out;
};
struct stream { void *context; int64_t (*read)(const struct stream *, void *, uint64_t); };
struct state { bool (*save)(const struct plugin *, const void *); bool (*load)(const struct plugin *, const struct stream *); };

enum { WIDTH = 30, VALUE = 5, CHANNELS = 2, DECLARED = 1024, LONGEST = 32, BLOCKS = 600 };

static void require(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "host: %s\n", what);
    exit(1);
}

static const void *no_extension(const struct host *host, const char *id) { (void)host, (void)id; return NULL; }
static void ignore(const struct host *host) { (void)host; }
static int64_t read_state(const struct stream *stream, void *target, uint64_t bytes) { return (int64_t)fread(target, 1, bytes, stream->context); }
static uint32_t one_event(const struct events_in *events) { return events->context ? 1 : 0; }
static const struct header *first_event(const struct events_in *events, uint32_t index) { return index ? NULL : events->context; }
static bool take_event(const struct events_out *events, const struct header *event) { (void)events, (void)event; return true; }

/* One block from and to buffers that end with it. */
static double play(const struct plugin *plugin, uint32_t frames, int64_t time, struct value *event)
{
    struct audio buses[2] = {{.channels = CHANNELS}, {.channels = CHANNELS}};
    for (int bus = 0; bus < 2; bus++) {
        buses[bus].data32 = malloc(CHANNELS * sizeof(float *));
        for (int channel = 0; channel < CHANNELS; channel++)
            buses[bus].data32[channel] = malloc(frames * sizeof(float));
    }
    for (int channel = 0; channel < CHANNELS; channel++)
        for (uint32_t frame = 0; frame < frames; frame++)
            buses[0].data32[channel][frame] = 0.2f * sinf(0.02f * (float)(time + frame) * (float)(1 + channel));

    struct events_in in = {event, one_event, first_event};
    struct events_out out = {NULL, take_event};
    struct process process = {time, frames, NULL, &buses[0], &buses[1], 1, 1, &in, &out};
    require(plugin->process(plugin, &process) > 0, "process fails");

    double sum = 0;
    for (int channel = 0; channel < CHANNELS; channel++)
        for (uint32_t frame = 0; frame < frames; frame++)
            sum += fabs(buses[1].data32[channel][frame]);
    for (int bus = 0; bus < 2; bus++) {
        for (int channel = 0; channel < CHANNELS; channel++)
            free(buses[bus].data32[channel]);
        free(buses[bus].data32);
    }
    return sum;
}

int main(int count, char **arguments)
{
    require(count == 3, "usage: host PLUGIN.clap STATE");
    void *library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
    require(library != NULL, "the plugin does not load");
    const struct entry *entry = dlsym(library, "clap_entry");
    require(entry && entry->init(arguments[1]), "no entry");
    const struct factory *factory = entry->get_factory("clap.plugin-factory");
    require(factory && factory->count(factory) == 1, "no factory");

    struct host host = {{1, 2, 2}, NULL, "host", "", "", "1", no_extension, ignore, ignore, ignore};
    /* clap_plugin_descriptor: the version, then the id. */
    const char *id = *(const char *const *)((const char *)factory->descriptor(factory, 0) + 16);
    const struct plugin *plugin = factory->create(factory, &host, id);
    require(plugin && plugin->init(plugin), "no plugin");
    FILE *file = fopen(arguments[2], "rb");
    require(file != NULL, "no state");
    const struct state *state = plugin->get_extension(plugin, "clap.state");
    struct stream stream = {file, read_state};
    require(state && state->load(plugin, &stream), "the state is refused");
    fclose(file);

    require(plugin->activate(plugin, 48000, 1, DECLARED) && plugin->start_processing(plugin), "it does not start");
    struct value narrow = {{sizeof narrow, 0, 0, VALUE, 0}, WIDTH, NULL, -1, -1, -1, -1, 0};
    double sum = 0;
    int64_t time = 0;
    for (int block = 0; block < BLOCKS; block++) {
        uint32_t frames = block % 7 == 0 ? 1 + (uint32_t)block % LONGEST : LONGEST;
        sum += play(plugin, frames, time, block == BLOCKS / 3 ? &narrow : NULL);
        time += frames;
        plugin->on_main_thread(plugin);
    }
    plugin->stop_processing(plugin);
    plugin->deactivate(plugin);
    plugin->destroy(plugin);
    entry->deinit();
    require(isfinite(sum) && sum > 1, "nothing sounds");
    printf("%g\n", sum);
    return 0;
}
