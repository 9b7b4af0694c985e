/* Counts what a thread calls that may block or take unbounded time, while it asks for that.
 *
 * watch.c is a library of its own, to be preloaded (LD_PRELOAD): only so do its functions stand before those of the C library for everything
 * that the process loads. The player refers to it weakly, and so knows whether it is there. */
#ifndef NAMPLUG_WATCH_H
#define NAMPLUG_WATCH_H

#include <stdint.h>

enum watched_kind {
    WATCHED_ALLOCATION,  /* malloc and its kin */
    WATCHED_RELEASE,     /* free */
    WATCHED_MAPPING,     /* mmap, munmap, mprotect, madvise */
    WATCHED_LOCK,        /* mutexes, read-write locks and spin locks, taken or tried */
    WATCHED_WAIT,        /* condition variables, semaphores, sleeps, polls, yields, joins */
    WATCHED_FILE,        /* open, read, write, close */
    WATCHED_SYSTEM_CALL, /* syscall(), whatever the number: futexes too */
    WATCHED_KINDS,
};

enum { WATCHED_CALLERS = 8 };

struct watched_calls {
    uint64_t count[WATCHED_KINDS];
    const void *caller[WATCHED_CALLERS]; /* where the first of them came from; NULL after the last */
};

/* From now on the calling thread's calls are added to `calls`; NULL ends it. */
__attribute__((weak)) void watch_this_thread(struct watched_calls *calls);

#endif
