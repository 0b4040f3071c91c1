#pragma once

/// Marks this process as not dumpable and not traceable by others (prctl PR_SET_DUMPABLE 0). 0 on success.
int heed_set_not_dumpable(void);

/// Whether this process is dumpable (prctl PR_GET_DUMPABLE): 0 no, 1 yes, -1 unknown.
int heed_is_dumpable(void);
