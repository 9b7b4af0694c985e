/* namplug: starts the build of the command line that fits this processor.
 *
 * The builds lie in the folder namplug.d beside this program's own file (links are followed, so it may be linked from anywhere on the PATH).
 * The environment variable NAMPLUG_ISA=avx512|avx2|baseline names one instead; one that the processor cannot run is refused. */
#include "../cpu/isa.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_USAGE = 2, EXIT_NOT_RUN = 126 };

/* The level to run: the environment's wish if there is one, else the best. Ends the program on a wish that cannot be met. */
static enum isa_level choose_level(void)
{
    struct isa_report report = isa_read();
    enum isa_level best = isa_best(&report);
    const char *wish = getenv("NAMPLUG_ISA");
    if (!wish || !*wish)
        return best;

    enum isa_level level;
    if (isa_parse(wish, &level)) {
        fprintf(stderr, "namplug: NAMPLUG_ISA is '%s'; it takes avx512, avx2 or baseline, or nothing for the best that runs here.\n", wish);
        exit(EXIT_USAGE);
    }
    const char *missing = isa_missing(&report, level);
    if (missing) {
        fprintf(stderr, "namplug: NAMPLUG_ISA=%s cannot run on this machine, which lacks %s. The best that can is %s.\n", wish, missing, isa_name(best));
        exit(EXIT_USAGE);
    }
    return level;
}

int main(int argc, char **argv)
{
    (void)argc;
    char own[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length < 0) {
        fprintf(stderr, "namplug: cannot find its own file through /proc/self/exe: %s.\n", strerror(errno));
        return EXIT_NOT_RUN;
    }
    own[length] = '\0';
    *strrchr(own, '/') = '\0';

    char build[sizeof own + sizeof "/namplug.d/namplug-baseline"];
    snprintf(build, sizeof build, "%s/namplug.d/namplug-%s", own, isa_name(choose_level()));
    execv(build, argv);
    fprintf(stderr, "namplug: cannot start %s: %s. Building or installing again puts it there.\n", build, strerror(errno));
    return EXIT_NOT_RUN;
}
