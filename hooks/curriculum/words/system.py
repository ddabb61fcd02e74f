"""What an operating system refuses -> why, in the words of whoever is told; its own words are English, or anything.

In:  OSError(28, "No space left on device")     Out: the term “system-full”: the disk is full
In:  OSError(71, "Protocol error")              Out: the name of what is not in the table: `EPROTO`
"""

from __future__ import annotations

import errno

from curriculum.words.model import Term

NAMES = {
    "system-full": "ENOSPC EDQUOT",
    "system-rights": "EACCES EPERM",
    "system-locked": "EROFS",
    "system-way": "ENOTDIR",
    "system-taken": "EEXIST",
    "system-gone": "ENOENT",
    "system-link": "ELOOP",
    "sort-folder": "EISDIR",
    "system-long": "ENAMETOOLONG",
    "system-name": "EILSEQ",
    "system-apart": "EXDEV",
    "system-busy": "EBUSY ETXTBSY EDEADLK",
    "system-damaged": "EIO ENXIO ENODEV",
    "system-filled": "ENOTEMPTY",
    "system-many": "EMFILE ENFILE",
    "system-large": "EFBIG",
    "system-memory": "ENOMEM",
    "system-cannot": "ENOTSUP EOPNOTSUPP ENOSYS",
    "system-slow": "ETIMEDOUT ESTALE EHOSTDOWN EHOSTUNREACH ENETUNREACH",
}
"""Words of `terms.yml`, and the names that every system gives to what they stand for."""
REASONS = {getattr(errno, one): term for term, all in NAMES.items() for one in all.split() if hasattr(errno, one)}
WINDOWS = {32: "system-busy", 33: "system-busy", 123: "system-name"}
"""Numbers of Windows whose common number says less: a file that another program holds, a sign no name may have."""
PASSING = (errno.ENOENT,)
"""What a slip of our own may be as well: where nothing else is known of it, it is not called the computer’s."""


def reason_of(error: OSError) -> Term:
    """Why; an error that is not in the table by its name, `EPROTO`, and never by the system’s own words."""
    known = WINDOWS.get(getattr(error, "winerror", None) or 0) or REASONS.get(error.errno or 0)
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return Term(known) if known else Term("system-other", {"name": name})


def is_refusal(error: OSError) -> bool:
    """True for what a disk, its rights or its limits do not allow."""
    return error.errno in REASONS and error.errno not in PASSING
