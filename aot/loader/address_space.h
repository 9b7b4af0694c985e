/* Whether the engine's .NET runtime will find the address space that it takes when it starts. */
#ifndef NAMPLUG_ADDRESS_SPACE_H
#define NAMPLUG_ADDRESS_SPACE_H

#include <stddef.h>

/* 0 when it is there; -1 with a sentence that says why not in `problem`. */
int address_space_missing(char *problem, size_t size);

#endif
