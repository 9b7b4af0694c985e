#include "controls.h"

#include <immintrin.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int32_t control_copy(void *self, void *block)
{
    const struct control_block *audio = block;
    (void)self;
    for (int channel = 0; channel < audio->channels; channel++)
        memcpy(audio->output[channel], audio->input[channel], (size_t)audio->frames * sizeof(float));
    return 0;
}

int32_t control_misbehave(void *self, void *block)
{
    enum { PAGE = 4096, FLUSH_TO_ZERO = 1 << 15 };
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    void *volatile memory = malloc(PAGE);
    free(memory);

    char *mapped = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped != MAP_FAILED) {
        *mapped = 1; /* a page fault */
        munmap(mapped, PAGE);
    }

    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    nanosleep(&(struct timespec){.tv_nsec = 100000}, NULL);
    char nothing;
    if (read(-1, &nothing, 1) >= 0 || syscall(SYS_gettid) < 0)
        return -1;
    _mm_setcsr(_mm_getcsr() ^ FLUSH_TO_ZERO);
    return control_copy(self, block);
}
