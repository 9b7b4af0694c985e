/* namplug: starts the build of the command line that fits this processor.
 *
 * The builds lie in the folder namplug.d beside this program's own file (links are followed, so it may be linked from anywhere on the PATH).
 * The environment variable NAMPLUG_ISA=avx512|avx2|baseline names one instead; one that the processor cannot run is refused. */
#include "../cpu/isa.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_USAGE = 2, EXIT_NOT_RUN = 126 };

int main(int argc, char **argv)
{
    (void)argc;
    enum isa_level level;
    char problem[256];
    if (isa_choose(&level, problem, sizeof problem)) {
        fprintf(stderr, "namplug: %s\n", problem);
        return EXIT_USAGE;
    }

    char own[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length < 0) {
        fprintf(stderr, "namplug: cannot find its own file through /proc/self/exe: %s.\n", strerror(errno));
        return EXIT_NOT_RUN;
    }
    own[length] = '\0';
    *strrchr(own, '/') = '\0';

    char build[sizeof own + sizeof "/namplug.d/namplug-baseline"];
    snprintf(build, sizeof build, "%s/namplug.d/namplug-%s", own, isa_name(level));
    execv(build, argv);
    fprintf(stderr, "namplug: cannot start %s: %s. Building or installing again puts it there.\n", build, strerror(errno));
    return EXIT_NOT_RUN;
}
