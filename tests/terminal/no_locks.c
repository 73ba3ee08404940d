/* A file system on which no file can be locked, as some across a network: preload it, compiled with -DWHY=ENOLCK. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FCNTL(name)                                                                     \
    int name(int file, int command, ...) {                                              \
        va_list rest;                                                                   \
        va_start(rest, command);                                                        \
        void *argument = va_arg(rest, void *);                                          \
        va_end(rest);                                                                   \
        if (command == F_SETLK && ((struct flock *) argument)->l_type != F_UNLCK) {     \
            errno = WHY;                                                                \
            return -1;                                                                  \
        }                                                                               \
        return syscall(SYS_fcntl, file, command, argument);                             \
    }

FCNTL(fcntl)
FCNTL(fcntl64)
