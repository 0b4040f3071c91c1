#define _GNU_SOURCE
#include "CHardening.h"

#if defined(__linux__)
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

// Swift's module of the C library hides what only Linux has.
int heed_exchange(const char *one, const char *other) {
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}
int heed_sync_all(int folder) { return syncfs(folder); }
#else
int heed_exchange(const char *one, const char *other) { return -1; }
int heed_sync_all(int folder) { return -1; }
#endif
