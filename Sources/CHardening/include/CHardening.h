#pragma once

/// Marks this process as not dumpable and not traceable by others (prctl PR_SET_DUMPABLE 0). 0 on success.
int heed_set_not_dumpable(void);

/// Whether this process is dumpable (prctl PR_GET_DUMPABLE): 0 no, 1 yes, -1 unknown.
int heed_is_dumpable(void);

/// Exchanges two paths in one step (renameat2 RENAME_EXCHANGE): at no moment is either missing. 0 on success.
int heed_exchange(const char *one, const char *other);

/// Makes everything written so far to the file system of an open folder durable (syncfs). 0 on success.
int heed_sync_all(int folder);
