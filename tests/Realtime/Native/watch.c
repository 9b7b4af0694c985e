/* See watch.h. Every function here notes the call if its thread is watched, and then does what the C library's own does. */
#include "watch.h"

#include <dlfcn.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

/* Neither reading this nor writing it may allocate, hence not the model that a library gets by default. */
static __thread struct watched_calls *watched __attribute__((tls_model("initial-exec")));

void watch_this_thread(struct watched_calls *calls)
{
    watched = calls;
}

static void note(enum watched_kind kind, const void *caller)
{
    struct watched_calls *calls = watched;
    if (!calls)
        return;
    calls->count[kind]++;
    for (int i = 0; i < WATCHED_CALLERS; i++) {
        if (!calls->caller[i]) {
            calls->caller[i] = caller;
            return;
        }
    }
}

#define NOTE(kind) note(kind, __builtin_return_address(0))

/* The allocator under its other names: looking functions up allocates. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);
void __libc_free(void *);

void *malloc(size_t bytes)
{
    NOTE(WATCHED_ALLOCATION);
    return __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    NOTE(WATCHED_ALLOCATION);
    return __libc_calloc(count, bytes);
}

void *realloc(void *old, size_t bytes)
{
    NOTE(WATCHED_ALLOCATION);
    return __libc_realloc(old, bytes);
}

void *memalign(size_t alignment, size_t bytes)
{
    NOTE(WATCHED_ALLOCATION);
    return __libc_memalign(alignment, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes)
{
    NOTE(WATCHED_ALLOCATION);
    return __libc_memalign(alignment, bytes);
}

int posix_memalign(void **block, size_t alignment, size_t bytes)
{
    enum { NOT_A_POWER_OF_TWO = 22, NO_MEMORY = 12 };
    NOTE(WATCHED_ALLOCATION);
    if (alignment % sizeof(void *) || alignment == 0 || (alignment & (alignment - 1)))
        return NOT_A_POWER_OF_TWO;
    void *made = __libc_memalign(alignment, bytes);
    if (!made)
        return NO_MEMORY;
    *block = made;
    return 0;
}

void free(void *block)
{
    NOTE(WATCHED_RELEASE);
    __libc_free(block);
}

/* Condition variables exist in two versions, of which the plain look-up may find the old one. */
#define FORWARD_TO(look_up, kind, type, name, parameters, arguments) \
    type name parameters                                             \
    {                                                                \
        static type(*own) parameters;                                \
        NOTE(kind);                                                  \
        if (!own)                                                    \
            own = (type(*) parameters)look_up;                       \
        return own arguments;                                        \
    }
#define FORWARD(kind, type, name, parameters, arguments) FORWARD_TO(dlsym(RTLD_NEXT, #name), kind, type, name, parameters, arguments)
#define FORWARD_NEW(kind, type, name, parameters, arguments) \
    FORWARD_TO(dlvsym(RTLD_NEXT, #name, "GLIBC_2.3.2"), kind, type, name, parameters, arguments)

FORWARD(WATCHED_MAPPING, void *, mmap, (void *at, size_t bytes, int access, int flags, int file, off_t offset), (at, bytes, access, flags, file, offset))
FORWARD(WATCHED_MAPPING, void *, mmap64, (void *at, size_t bytes, int access, int flags, int file, off64_t offset), (at, bytes, access, flags, file, offset))
FORWARD(WATCHED_MAPPING, int, munmap, (void *at, size_t bytes), (at, bytes))
FORWARD(WATCHED_MAPPING, int, mprotect, (void *at, size_t bytes, int access), (at, bytes, access))
FORWARD(WATCHED_MAPPING, int, madvise, (void *at, size_t bytes, int advice), (at, bytes, advice))

FORWARD(WATCHED_LOCK, int, pthread_mutex_lock, (pthread_mutex_t *lock), (lock))
FORWARD(WATCHED_LOCK, int, pthread_mutex_trylock, (pthread_mutex_t *lock), (lock))
FORWARD(WATCHED_LOCK, int, pthread_mutex_timedlock, (pthread_mutex_t *lock, const struct timespec *until), (lock, until))
FORWARD(WATCHED_LOCK, int, pthread_rwlock_rdlock, (pthread_rwlock_t *lock), (lock))
FORWARD(WATCHED_LOCK, int, pthread_rwlock_tryrdlock, (pthread_rwlock_t *lock), (lock))
FORWARD(WATCHED_LOCK, int, pthread_rwlock_wrlock, (pthread_rwlock_t *lock), (lock))
FORWARD(WATCHED_LOCK, int, pthread_rwlock_trywrlock, (pthread_rwlock_t *lock), (lock))
FORWARD(WATCHED_LOCK, int, pthread_spin_lock, (pthread_spinlock_t *lock), (lock))
FORWARD(WATCHED_LOCK, int, pthread_spin_trylock, (pthread_spinlock_t *lock), (lock))

FORWARD_NEW(WATCHED_WAIT, int, pthread_cond_wait, (pthread_cond_t *condition, pthread_mutex_t *lock), (condition, lock))
FORWARD_NEW(WATCHED_WAIT, int, pthread_cond_timedwait, (pthread_cond_t *condition, pthread_mutex_t *lock, const struct timespec *until), (condition, lock, until))
FORWARD(WATCHED_WAIT, int, pthread_cond_clockwait, (pthread_cond_t *condition, pthread_mutex_t *lock, clockid_t clock, const struct timespec *until), (condition, lock, clock, until))
FORWARD(WATCHED_WAIT, int, pthread_join, (pthread_t thread, void **result), (thread, result))
FORWARD(WATCHED_WAIT, int, sem_wait, (sem_t *semaphore), (semaphore))
FORWARD(WATCHED_WAIT, int, sem_timedwait, (sem_t *semaphore, const struct timespec *until), (semaphore, until))
FORWARD(WATCHED_WAIT, int, nanosleep, (const struct timespec *length, struct timespec *left), (length, left))
FORWARD(WATCHED_WAIT, int, clock_nanosleep, (clockid_t clock, int flags, const struct timespec *length, struct timespec *left), (clock, flags, length, left))
FORWARD(WATCHED_WAIT, int, usleep, (useconds_t length), (length))
FORWARD(WATCHED_WAIT, int, poll, (struct pollfd *files, nfds_t count, int timeout), (files, count, timeout))
FORWARD(WATCHED_WAIT, int, sched_yield, (void), ())

FORWARD(WATCHED_FILE, ssize_t, read, (int file, void *target, size_t bytes), (file, target, bytes))
FORWARD(WATCHED_FILE, ssize_t, write, (int file, const void *source, size_t bytes), (file, source, bytes))
FORWARD(WATCHED_FILE, int, close, (int file), (file))
FORWARD(WATCHED_FILE, int, open, (const char *path, int flags, unsigned mode), (path, flags, mode))
FORWARD(WATCHED_FILE, int, open64, (const char *path, int flags, unsigned mode), (path, flags, mode))

/* Takes as many arguments as a system call can have: those that were not given are not looked at. */
long syscall(long number, ...)
{
    static long (*own)(long, ...);
    long argument[6];
    va_list given;
    NOTE(WATCHED_SYSTEM_CALL);
    if (!own)
        own = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    va_start(given, number);
    for (int i = 0; i < 6; i++)
        argument[i] = va_arg(given, long);
    va_end(given);
    return own(number, argument[0], argument[1], argument[2], argument[3], argument[4], argument[5]);
}
