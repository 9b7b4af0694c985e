/* Parameters that a host automates, in both formats' own terms: the changes of a block, as clap_input_events and as IParameterChanges.
 *
 * In C because a plugin reads them on its audio thread. The structures are those of clap/events.h and of
 * pluginterfaces/vst/ivstparameterchanges.h, as far as a plugin looks at them here. */
#ifndef NAMPLUG_AUTOMATION_H
#define NAMPLUG_AUTOMATION_H

#include <stdint.h>

enum { AUTOMATION_PARAMETERS = 64 };

struct clap_event_param_value {
    struct {
        uint32_t size, time;
        uint16_t space_id, type;
        uint32_t flags;
    } header;
    uint32_t param_id;
    void *cookie;
    int32_t note_id;
    int16_t port_index, channel, key;
    double value;
};

struct clap_input_events {
    void *context;
    uint32_t (*size)(const struct clap_input_events *);
    const void *(*get)(const struct clap_input_events *, uint32_t index);
};

struct clap_output_events {
    void *context;
    _Bool (*try_push)(const struct clap_output_events *, const void *event);
};

/* What an interface pointer of VST3 points at. */
struct vst3_face {
    const void *table;
};

/* Jumps about its range, from its first frame on, at a fixed rate. */
struct automated_parameter {
    struct vst3_face vst3_queue;
    struct clap_event_param_value event;
    double minimum, maximum; /* plain, as CLAP has them */
    double normalized;       /* the last value, 0..1 */
    int64_t next_frame;      /* of the song */
    int64_t period_frames;   /* no shorter than a block */
    int64_t changes;         /* so far */
};

struct automation {
    struct clap_input_events clap_changes;
    struct clap_output_events clap_answers; /* refuses what the plugin pushes */
    struct vst3_face vst3_changes;
    int32_t count, due_count;
    struct automated_parameter *due[AUTOMATION_PARAMETERS]; /* those that change in this block, the earliest first */
    struct automated_parameter parameters[AUTOMATION_PARAMETERS];
};

/* Begins with no parameters. */
void automation_init(struct automation *automation);

/* One more, of a plain range; 0, or -1 when there is no room. */
int automation_add(struct automation *automation, uint32_t id, double minimum, double maximum, int64_t first_frame, int64_t period_frames);

/* The changes of the block that begins at frame `position` of the song. */
void automation_begin(struct automation *automation, int64_t position, int32_t frames);

#endif
