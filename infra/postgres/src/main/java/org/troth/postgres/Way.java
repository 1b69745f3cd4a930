package org.troth.postgres;

/** The ways to keep PostgreSQL, which never runs as root, away from root's rights; see decision 0002. */
enum Way {
    /** As the ordinary user that runs this process. */
    SAME_USER,
    /** As an unprivileged user, where that user can reach the directory. */
    OTHER_USER,
    /** As root's own files but with none of root's rights, in a user namespace. */
    NAMESPACE,
    /** As an unprivileged user, with the data under the system's state directory. */
    STATE_DIRECTORY
}
