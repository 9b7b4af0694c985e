/* A runtime that cannot reserve its heap ends the process, and the process is the host. So the same reservation is tried here first.
 *
 * It fails where a host locks all its memory, future mappings included (mlockall(MCL_FUTURE), usual in professional audio), and may lock only
 * so much: then reserved address space counts although nothing is in it. */
#include "address_space.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#ifndef HEAP_LIMIT_BYTES
#error "The engine's System.GC.HeapHardLimit, in bytes: aot/Engine/NamPlugin.Engine.csproj, property HeapLimitBytes."
#endif

/* Seen in the system calls of a starting runtime (.NET 9): five times the limit in one piece for the heap, 1.3 MB for its books, and the stack
 * of the finalizer's thread. */
#define HEAP_BYTES (5ul * HEAP_LIMIT_BYTES)
#define BOOKS_BYTES (8ul << 20)
#define DEFAULT_STACK_BYTES (8ul << 20)

int address_space_missing(char *problem, size_t size)
{
    struct rlimit stack;
    size_t stack_bytes = getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur != RLIM_INFINITY ? stack.rlim_cur : DEFAULT_STACK_BYTES;
    size_t bytes = HEAP_BYTES + BOOKS_BYTES + stack_bytes;
    void *trial = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (trial != MAP_FAILED) {
        munmap(trial, bytes);
        return 0;
    }

    int error = errno;
    snprintf(problem, size, "this process cannot reserve %zu MB of address space (%s), which the plugin needs.%s", bytes >> 20, strerror(error),
             error == EAGAIN ? " It locks its memory and may not lock that much; raising the memlock limit (ulimit -l) helps." : "");
    return -1;
}
