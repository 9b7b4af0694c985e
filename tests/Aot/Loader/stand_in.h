/* What the engine that stands in gives as the factory of either format. */
#include "../../../aot/loader/engine.h"

struct stand_in_factory {
    const char *engine;      /* which build it is */
    engine_process *process; /* what hosts are to call; sets *self to whether denormals are zero in it, and returns 42 */
};
