#ifndef NAMPLUG_HOST_CALLS_H
#define NAMPLUG_HOST_CALLS_H

#include <stdint.h>

/* Says whether the calling thread plays audio. */
void host_calls_on_audio_thread(int is_on);

/* clap_host_thread_check. */
_Bool host_calls_is_audio_thread(const void *host);
_Bool host_calls_is_main_thread(const void *host);

/* clap_host.request_callback: noted, for the main thread to see. */
void host_calls_request_callback(const void *host);

/* clap_host.request_process, clap_host.request_restart, clap_host_tail.changed, clap_host_params.request_flush: nothing follows from them here. */
void host_calls_ignore(const void *host);

#endif
