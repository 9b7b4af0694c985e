/* Process functions that are no plugins: what the plugin's figures are held against. */
#ifndef NAMPLUG_CONTROLS_H
#define NAMPLUG_CONTROLS_H

#include <stdint.h>

/* The block of both; `self` is not looked at. */
struct control_block {
    const float *const *input;
    float *const *output;
    int32_t channels, frames;
};

/* The null plugin: copies its input to its output. */
int32_t control_copy(void *self, void *block);

/* Does once, in each call, everything that must not be done: allocates, releases, maps and unmaps, takes a mutex, sleeps, reads, calls the system,
 * leaves the control word changed. What does not count this counts nothing. */
int32_t control_misbehave(void *self, void *block);

#endif
