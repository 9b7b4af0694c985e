/* A thread that plays blocks of audio in real time and writes down how long each took.
 *
 * It is a thread of the operating system, started here, on which no managed code of the host's ever runs: what is measured is the plugin and the
 * machine. It wakes at the beginning of every period, gives every voice its block, and has to be done before the period ends.
 *
 * tests/Realtime/Playing mirrors the structures; player_layout lets it check that it does. */
#ifndef NAMPLUG_PLAYER_H
#define NAMPLUG_PLAYER_H

#include "automation.h"
#include "watch.h"

#include <pthread.h>
#include <stdint.h>

/* One process call and its arguments, laid out once. */
struct voice {
    int32_t (*process)(void *self, void *block); /* clap_plugin.process, IAudioProcessor::process, or a control */
    void *self, *block;
    int64_t *position;               /* where the arguments hold the frames played so far, or NULL */
    float *const *input, *const *output; /* planes of `channels` channels */
    int32_t channels;
    int32_t lowest_answer, highest_answer; /* of process, where all is well */
};

struct block_record {
    int64_t late_ns;      /* from the beginning of the period to the beginning of the work: how late the thread woke */
    int32_t work_ns;      /* how long all voices took, by the clock */
    int32_t cpu_ns;       /* the same in time on a processor: without interruptions by others */
    int32_t page_faults;  /* within the work, those that read no disk included */
    int32_t waits;        /* times that the work gave up the processor by itself: blocked */
    int32_t preemptions;  /* times that it was taken away */
    float peak;           /* of all outputs */
};

struct player {
    /* Set before the start. */
    struct voice *voices;
    struct block_record *records; /* `blocks` of them */
    struct automation *automation;  /* the same for all voices, or NULL */
    const float *recording;       /* played in a loop */
    uint64_t (*allocated)(void *self); /* managed bytes that the calling thread has allocated, or NULL; `allocated_self` is its argument */
    void *allocated_self;
    int64_t recording_frames;
    int64_t sounding_frames;      /* silence follows */
    int64_t blocks;
    int64_t first_period_ns;      /* on CLOCK_MONOTONIC */
    int32_t voice_count, frames, sample_rate_hz, priority;

    _Atomic int32_t stop;         /* set at any time: play no further block */

    /* Set by the thread. */
    int32_t is_fifo;              /* it got the scheduling it asked for: SCHED_FIFO at `priority` */
    _Atomic int64_t played;       /* blocks so far */
    int64_t managed_bytes;        /* allocated on the thread after the first block */
    int64_t failures;             /* calls that answered something else than they may */
    int64_t not_finite;           /* samples put out */
    int64_t denormal;             /* samples put out */
    int64_t control_words;        /* calls that left the floating-point control word changed */
    struct watched_calls first;   /* calls of the first block, in which a thread new to a runtime is made known to it */
    struct watched_calls rest;    /* calls of all others */

    pthread_t thread;
};

/* Starts the thread; an errno where there is none to have. */
int player_start(struct player *player);

/* Waits until the thread has ended; an errno. */
int player_join(struct player *player);

/* sizeof of voice, block_record, player and automation, for whoever mirrors them. */
void player_layout(int32_t bytes[static 4]);

/* Whether watch.c stands before the C library in this process. */
int player_is_watched(void);

#endif
