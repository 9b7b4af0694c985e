/* Denormal numbers as zero, taken and made, for the length of a call.
 *
 * One costs a hundred cycles, and whatever decays into silence is full of them. C# cannot set the register, so it is done here. */
#ifndef NAMPLUG_DENORMALS_H
#define NAMPLUG_DENORMALS_H

#include "engine.h"

#include <immintrin.h>

static inline int32_t process_without_denormals(engine_process *process, void *self, void *block)
{
    enum { FLUSH_TO_ZERO = 1 << 15, DENORMALS_ARE_ZERO = 1 << 6 };
    unsigned of_host = _mm_getcsr();
    _mm_setcsr(of_host | FLUSH_TO_ZERO | DENORMALS_ARE_ZERO);
    int32_t result = process(self, block);
    _mm_setcsr(of_host);
    return result;
}

#endif
