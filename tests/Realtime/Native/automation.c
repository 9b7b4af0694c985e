#include "automation.h"

#include <math.h>
#include <stddef.h>

enum vst3_result { VST3_OK = 0, VST3_INVALID_ARGUMENT = 2, VST3_NO_INTERFACE = -1 };

static uint32_t clap_size(const struct clap_input_events *list)
{
    const struct automation *automation = list->context;
    return (uint32_t)automation->due_count;
}

static const void *clap_get(const struct clap_input_events *list, uint32_t index)
{
    const struct automation *automation = list->context;
    return index < clap_size(list) ? &automation->due[index]->event : NULL;
}

static _Bool clap_refuse(const struct clap_output_events *list, const void *event)
{
    (void)list, (void)event;
    return 0;
}

/* The objects live as long as the player: nobody counts who holds them, and nobody may ask for another interface. */
static int32_t query(void *self, const void *id, void **found)
{
    (void)self, (void)id;
    *found = NULL;
    return VST3_NO_INTERFACE;
}

static uint32_t hold(void *self)
{
    (void)self;
    return 1;
}

static struct automation *of_changes(void *self)
{
    return (struct automation *)((char *)self - offsetof(struct automation, vst3_changes));
}

static struct automated_parameter *of_queue(void *self)
{
    return (struct automated_parameter *)((char *)self - offsetof(struct automated_parameter, vst3_queue));
}

static int32_t queue_count(void *self)
{
    return of_changes(self)->due_count;
}

static void *queue_at(void *self, int32_t index)
{
    return index >= 0 && index < queue_count(self) ? &of_changes(self)->due[index]->vst3_queue : NULL;
}

static void *no_new_queue(void *self, const uint32_t *id, int32_t *index)
{
    (void)self, (void)id, (void)index;
    return NULL;
}

static uint32_t parameter_id(void *self)
{
    return of_queue(self)->event.param_id;
}

static int32_t point_count(void *self)
{
    (void)self;
    return 1;
}

static int32_t point_at(void *self, int32_t index, int32_t *frame, double *normalized)
{
    const struct automated_parameter *parameter = of_queue(self);
    if (index != 0)
        return VST3_INVALID_ARGUMENT;
    *frame = (int32_t)parameter->event.header.time;
    *normalized = parameter->normalized;
    return VST3_OK;
}

static int32_t no_new_point(void *self, int32_t frame, double normalized, int32_t *index)
{
    (void)self, (void)frame, (void)normalized, (void)index;
    return VST3_INVALID_ARGUMENT;
}

static const struct {
    int32_t (*query)(void *, const void *, void **);
    uint32_t (*add_ref)(void *), (*release)(void *);
    int32_t (*get_parameter_count)(void *);
    void *(*get_parameter_data)(void *, int32_t);
    void *(*add_parameter_data)(void *, const uint32_t *, int32_t *);
} vst3_changes = {query, hold, hold, queue_count, queue_at, no_new_queue};

static const struct {
    int32_t (*query)(void *, const void *, void **);
    uint32_t (*add_ref)(void *), (*release)(void *);
    uint32_t (*get_parameter_id)(void *);
    int32_t (*get_point_count)(void *);
    int32_t (*get_point)(void *, int32_t, int32_t *, double *);
    int32_t (*add_point)(void *, int32_t, double, int32_t *);
} vst3_queue = {query, hold, hold, parameter_id, point_count, point_at, no_new_point};

void automation_init(struct automation *automation)
{
    *automation = (struct automation){
        .clap_changes = {automation, clap_size, clap_get},
        .clap_answers = {automation, clap_refuse},
        .vst3_changes = {&vst3_changes},
    };
}

int automation_add(struct automation *automation, uint32_t id, double minimum, double maximum, int64_t first_frame, int64_t period_frames)
{
    enum { PARAMETER_VALUE = 5 };
    if (automation->count == AUTOMATION_PARAMETERS)
        return -1;
    struct automated_parameter *parameter = automation->parameters + automation->count++;
    *parameter = (struct automated_parameter){
        .vst3_queue = {&vst3_queue},
        .event = {.header = {.size = sizeof parameter->event, .type = PARAMETER_VALUE}, .param_id = id, .note_id = -1, .port_index = -1, .channel = -1, .key = -1},
        .minimum = minimum,
        .maximum = maximum,
        .next_frame = first_frame,
        .period_frames = period_frames,
    };
    return 0;
}

static void change(struct automated_parameter *parameter, int32_t frame)
{
    /* Multiples of the golden ratio: all over the range, near no value twice in a row. */
    parameter->normalized = fmod(++parameter->changes * 0.6180339887498949, 1);
    parameter->event.header.time = (uint32_t)frame;
    parameter->event.value = parameter->minimum + parameter->normalized * (parameter->maximum - parameter->minimum);
    parameter->next_frame += parameter->period_frames;
}

void automation_begin(struct automation *automation, int64_t position, int32_t frames)
{
    automation->due_count = 0;
    for (int i = 0; i < automation->count; i++) {
        struct automated_parameter *parameter = automation->parameters + i;
        if (parameter->next_frame >= position + frames)
            continue;
        change(parameter, (int32_t)(parameter->next_frame - position));
        int at = automation->due_count++;
        for (; at > 0 && automation->due[at - 1]->event.header.time > parameter->event.header.time; at--)
            automation->due[at] = automation->due[at - 1];
        automation->due[at] = parameter;
    }
}
