/* What a CLAP plugin may call on its audio thread, of its host: in C, so that no managed code of the host's ever runs there.
 *
 * The structure that a plugin calls clap_host is followed here by one word, as ClapHostMemory of the managed host has it. */
#include "host_calls.h"

#include <stdatomic.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { CLAP_HOST_BYTES = 88 };

static __thread int is_audio_thread;

void host_calls_on_audio_thread(int is_on)
{
    is_audio_thread = is_on;
}

_Bool host_calls_is_audio_thread(const void *host)
{
    (void)host;
    return is_audio_thread;
}

/* The managed host runs its main thread on the process's own. */
_Bool host_calls_is_main_thread(const void *host)
{
    (void)host;
    return syscall(SYS_gettid) == getpid();
}

void host_calls_request_callback(const void *host)
{
    atomic_fetch_add((_Atomic int32_t *)((char *)host + CLAP_HOST_BYTES), 1);
}

void host_calls_ignore(const void *host)
{
    (void)host;
}
