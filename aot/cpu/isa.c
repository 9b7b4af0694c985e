#include "isa.h"

#include <cpuid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef __x86_64__
#error "Instruction set levels are chosen on x86-64 only; elsewhere there is one build."
#endif

/* One requirement: `bits` of the report's word at `offset`, from `level` upwards. */
struct requirement {
    const char *name;
    enum isa_level level;
    size_t offset;
    uint32_t bits;
};

#define LEAF1 offsetof(struct isa_report, leaf1_ecx)
#define LEAF7 offsetof(struct isa_report, leaf7_ebx)
#define EXTENDED offsetof(struct isa_report, extended_leaf1_ecx)
#define XCR0 offsetof(struct isa_report, xcr0)

/* The microarchitecture levels of the x86-64 psABI, v2 and v3 together since nothing is built for v2 alone. */
static const struct requirement requirements[] = {
    {"SSE3", ISA_AVX2, LEAF1, 1u << 0},
    {"SSSE3", ISA_AVX2, LEAF1, 1u << 9},
    {"FMA", ISA_AVX2, LEAF1, 1u << 12},
    {"CMPXCHG16B", ISA_AVX2, LEAF1, 1u << 13},
    {"SSE4.1", ISA_AVX2, LEAF1, 1u << 19},
    {"SSE4.2", ISA_AVX2, LEAF1, 1u << 20},
    {"MOVBE", ISA_AVX2, LEAF1, 1u << 22},
    {"POPCNT", ISA_AVX2, LEAF1, 1u << 23},
    {"OSXSAVE", ISA_AVX2, LEAF1, 1u << 27},
    {"AVX", ISA_AVX2, LEAF1, 1u << 28},
    {"F16C", ISA_AVX2, LEAF1, 1u << 29},
    {"BMI1", ISA_AVX2, LEAF7, 1u << 3},
    {"AVX2", ISA_AVX2, LEAF7, 1u << 5},
    {"BMI2", ISA_AVX2, LEAF7, 1u << 8},
    {"LAHF", ISA_AVX2, EXTENDED, 1u << 0},
    {"LZCNT", ISA_AVX2, EXTENDED, 1u << 5},
    {"the operating system's support for AVX registers", ISA_AVX2, XCR0, 3u << 1},
    {"AVX512F", ISA_AVX512, LEAF7, 1u << 16},
    {"AVX512DQ", ISA_AVX512, LEAF7, 1u << 17},
    {"AVX512CD", ISA_AVX512, LEAF7, 1u << 28},
    {"AVX512BW", ISA_AVX512, LEAF7, 1u << 30},
    {"AVX512VL", ISA_AVX512, LEAF7, 1u << 31},
    {"the operating system's support for AVX-512 registers", ISA_AVX512, XCR0, 7u << 5},
};

static const char *const names[] = {"baseline", "avx2", "avx512"};

struct isa_report isa_read(void)
{
    struct isa_report report = {0};
    unsigned eax, ebx, ecx, edx;
    if (__get_cpuid(1, &eax, &ebx, &ecx, &edx))
        report.leaf1_ecx = ecx;
    if (__get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx))
        report.leaf7_ebx = ebx;
    if (__get_cpuid(0x80000001, &eax, &ebx, &ecx, &edx))
        report.extended_leaf1_ecx = ecx;
    if (report.leaf1_ecx & bit_OSXSAVE) {
        /* xgetbv itself faults where OSXSAVE is clear. */
        __asm__("xgetbv" : "=a"(eax), "=d"(edx) : "c"(0));
        report.xcr0 = eax;
    }
    return report;
}

const char *isa_missing(const struct isa_report *report, enum isa_level level)
{
    for (size_t i = 0; i < sizeof requirements / sizeof *requirements; i++) {
        const struct requirement *needed = &requirements[i];
        uint32_t word;
        memcpy(&word, (const char *)report + needed->offset, sizeof word);
        if (needed->level <= level && (word & needed->bits) != needed->bits)
            return needed->name;
    }
    return NULL;
}

enum isa_level isa_best(const struct isa_report *report)
{
    enum isa_level level = ISA_AVX512;
    while (isa_missing(report, level))
        level--;
    return level;
}

const char *isa_name(enum isa_level level)
{
    return names[level];
}

int isa_parse(const char *name, enum isa_level *level)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            *level = (enum isa_level)i;
            return 0;
        }
    }
    return -1;
}

int isa_choose(enum isa_level *level, char *problem, size_t size)
{
    struct isa_report report = isa_read();
    *level = isa_best(&report);
    const char *wish = getenv("NAMPLUG_ISA");
    if (!wish || !*wish)
        return 0;

    enum isa_level wished;
    if (isa_parse(wish, &wished)) {
        snprintf(problem, size, "NAMPLUG_ISA is '%s'; it takes avx512, avx2 or baseline, or nothing for the best that runs here.", wish);
        return -1;
    }
    const char *missing = isa_missing(&report, wished);
    if (missing) {
        snprintf(problem, size, "NAMPLUG_ISA=%s cannot run on this machine, which lacks %s. The best that can is %s.", wish, missing, isa_name(*level));
        return -1;
    }
    *level = wished;
    return 0;
}
