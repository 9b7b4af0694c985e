/* Which of the native builds this processor can run.
 *
 * NativeAOT code is compiled for one fixed set of instructions and aborts at its first managed call on a processor that lacks one of them, so
 * whoever starts it (the command line's launcher, a plugin's loader) must look first. A level counts as usable only when the processor reports
 * every feature of it AND the operating system saves the registers it needs: AVX without the latter faults at the first instruction. */
#ifndef NAMPLUG_ISA_H
#define NAMPLUG_ISA_H

#include <stddef.h>
#include <stdint.h>

/* Levels in ascending order; each includes all below it. */
enum isa_level {
    ISA_BASELINE, /* any x86-64 */
    ISA_AVX2,     /* x86-64-v3: 256-bit vectors and fused multiply-add */
    ISA_AVX512,   /* x86-64-v4: 512-bit vectors */
};

/* What cpuid and xgetbv say, as far as the levels depend on it. */
struct isa_report {
    uint32_t leaf1_ecx;          /* cpuid 1 */
    uint32_t leaf7_ebx;          /* cpuid 7.0 */
    uint32_t extended_leaf1_ecx; /* cpuid 0x80000001 */
    uint32_t xcr0;               /* register files the operating system saves; 0 when it does not say */
};

/* The report of the processor this runs on. */
struct isa_report isa_read(void);

/* The highest level that the report allows. */
enum isa_level isa_best(const struct isa_report *report);

/* The first thing the report lacks for a level, by name, or NULL when the level can run. */
const char *isa_missing(const struct isa_report *report, enum isa_level level);

/* "baseline", "avx2" or "avx512": also how the builds are named. */
const char *isa_name(enum isa_level level);

/* The level of a name; 0 on success, -1 for a name that is none. */
int isa_parse(const char *name, enum isa_level *level);

/* The level to run: what the environment variable NAMPLUG_ISA asks for, the best without it. 0 on success; -1 when the wish cannot be met, with
 * a sentence that says why in `problem`. */
int isa_choose(enum isa_level *level, char *problem, size_t size);

#endif
