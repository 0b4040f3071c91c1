#include "CHardening.h"

#if defined(__linux__)
#include <sys/prctl.h>

// prctl is variadic, which Swift cannot call: these two lines are why this target exists.
int heed_set_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
int heed_is_dumpable(void) { return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0); }
#else
int heed_set_not_dumpable(void) { return -1; }
int heed_is_dumpable(void) { return -1; }
#endif
